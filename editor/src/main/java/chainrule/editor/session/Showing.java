package chainrule.editor.session;

import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Validation;
import chainrule.op.ShapeProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which graph is shown: the document's, or the inside of a node that was opened. What is opened is computed part by
 * part. Where an edit takes away what is shown, what is around it is shown. Used on one thread.
 */
public final class Showing {
    private final History history;
    private final Evaluator evaluator;
    private final List<Runnable> listeners = new ArrayList<>();
    private Scope scope = Scope.outside();
    private @Nullable Shown drawn;
    private @Nullable Graph drawnFrom;

    public Showing(History history, Evaluator evaluator) {
        this.history = history;
        this.evaluator = evaluator;
        history.onChange(this::settle);
    }

    /** What is shown now. */
    public Shown shown() {
        Document document = history.document();
        Shown known = drawn;
        boolean inside = known != null && !known.scope().isOutside();
        if (known == null || (inside ? drawnFrom != document.graph() : known.document() != document)) {
            known = draw(document);
            drawn = known;
            drawnFrom = document.graph();
        }
        return known;
    }

    public Scope scope() {
        return shown().scope();
    }

    /** What is shown, as a document. */
    public Document document() {
        return shown().document();
    }

    /** Shows the inside of a node; answers why that cannot be done, as a sentence, or nothing. */
    public Optional<String> open(NodeId node) {
        try {
            Interior.of(history.document().graph(), validation(), node);
        } catch (ShapeProblem problem) {
            return Optional.of(problem.sentence());
        }
        show(Scope.inside(node));
        return Optional.empty();
    }

    /** Shows another scope. */
    public void show(Scope wanted) {
        if (!wanted.equals(scope)) {
            scope = wanted;
            drawn = null;
            Interior interior = shown().interior();
            evaluator.open(interior == null ? Set.of() : interior.cells());
            List.copyOf(listeners).forEach(Runnable::run);
        }
    }

    /** Shows the graph that a node is in, as far inside as can be opened. */
    public void reveal(NodeId node) {
        show(node.parent().map(Scope::inside).orElse(Scope.outside()));
    }

    /** Shows what is around what is shown. */
    public void up() {
        show(scope().up());
    }

    /** Calls back when another scope is shown. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void settle() {
        Scope left = shown().scope();
        if (!left.equals(scope)) {
            show(left);
        }
    }

    private Shown draw(Document document) {
        Scope wanted = scope;
        while (wanted.inside() != null) {
            try {
                return Shown.inside(wanted, document, Interior.of(document.graph(), validation(), wanted.inside()));
            } catch (ShapeProblem gone) {
                wanted = wanted.up();
            }
        }
        return Shown.outside(document);
    }

    private Validation validation() {
        Evaluation current = evaluator.current();
        return current.document().graph() == history.document().graph()
                ? current.validation()
                : Validation.of(history.document().graph());
    }
}
