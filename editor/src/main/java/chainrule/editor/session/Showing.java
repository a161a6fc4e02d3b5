package chainrule.editor.session;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.command.ChangeBlock;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Validation;
import chainrule.io.OwnBlock;
import chainrule.io.OwnBlocks;
import chainrule.op.Catalog;
import chainrule.op.ShapeProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which graph is shown: the document's, or the inside of a node that was opened. What is opened is computed part by
 * part. Edits are of what is shown: inside a block of the learner's own they change the block, and all its uses with
 * it. Where an edit takes away what is shown, what is around it is shown. Used on one thread.
 */
public final class Showing {
    private final History history;
    private final Evaluator evaluator;
    private final Catalog base;
    private final List<Runnable> listeners = new ArrayList<>();
    private final List<Consumer<String>> refused = new ArrayList<>();
    private Scope scope = Scope.outside();
    private final List<Runnable> contrasted = new ArrayList<>();
    private Optional<String> fixed = Optional.empty();
    private Contrast contrast = Contrast.none();
    private @Nullable Shown drawn;
    private @Nullable Document drawnFrom;

    /**
     * @param base the catalogue without the learner's own blocks
     */
    public Showing(History history, Evaluator evaluator, Catalog base) {
        this.history = history;
        this.evaluator = evaluator;
        this.base = base;
        history.onChange(this::settle);
        history.onRefused(this::refused);
    }

    /** What is shown now. */
    public Shown shown() {
        Document document = history.document();
        Shown known = drawn;
        if (known == null || !holds(known, document)) {
            known = draw(document);
            drawn = known;
            drawnFrom = document;
        }
        return known;
    }

    /** Parts that are only looked at stay the same while the graph does. */
    private boolean holds(Shown known, Document document) {
        boolean fixed = known.refusal().isPresent();
        Document from = drawnFrom;
        return from == document || (fixed && from != null && from.graph() == document.graph());
    }

    /** Edits what is shown, which can be changed. */
    public void perform(Command command) {
        perform(command, null);
    }

    /** Edits what is shown, which can be changed, as part of a gesture. */
    public void perform(Command command, @Nullable Object gesture) {
        Shown.Edited edited = shown().edited();
        NodeId path = scope().inside();
        if (edited == null || path == null) {
            history.perform(command, gesture);
            return;
        }
        Optional<String> within = command.refusal(document());
        if (within.isPresent()) {
            refused(within.get());
            return;
        }
        ChangeBlock change = new ChangeBlock(edited.block(), path, command, base);
        Optional<String> refusal = change.refusal(history.document());
        if (refusal.isPresent()) {
            refused(refusal.get());
        } else {
            history.perform(change, gesture);
        }
    }

    /** From now on nothing can be changed here, for a reason that is a sentence. */
    public void fix(String reason) {
        fixed = Optional.of(reason);
    }

    /** Why what is shown cannot be changed, as a sentence; empty where it can. */
    public Optional<String> refusal() {
        return fixed.or(() -> history.document().whyFixed()).or(() -> shown().refusal());
    }

    /** What is different in a graph that this one is compared with; nothing where it is compared with none. */
    public Contrast contrast() {
        return contrast;
    }

    /** From now on this is what is different. */
    public void contrast(Contrast other) {
        if (!contrast.equals(other)) {
            contrast = other;
            List.copyOf(contrasted).forEach(Runnable::run);
        }
    }

    /** Calls back when something else is different. */
    public void onContrast(Runnable listener) {
        contrasted.add(listener);
    }

    private void refused(String sentence) {
        List.copyOf(refused).forEach(listener -> listener.accept(sentence));
    }

    /** Calls back with the reason, as a sentence, when an edit cannot be done. */
    public void onRefused(Consumer<String> listener) {
        refused.add(listener);
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
            inside(history.document(), node);
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
                return inside(document, wanted.inside());
            } catch (ShapeProblem gone) {
                wanted = wanted.up();
            }
        }
        return Shown.outside(document);
    }

    /**
     * The inside of a node. A block of the learner's own is shown whatever is wrong with it, as long as it is there.
     *
     * @throws ShapeProblem where there is none to be seen, with a sentence that says why
     */
    private Shown inside(Document document, NodeId path) {
        Optional<Dug> node;
        Optional<String> block;
        try {
            Dug dug = Dug.at(document.graph(), validation(), path);
            node = Optional.of(dug);
            block = Interior.opens(dug.type()) ? OwnBlocks.name(dug.type()) : Optional.empty();
        } catch (ShapeProblem problem) {
            node = Optional.empty();
            block = block(document, path).or(() -> edited(document, path));
            if (block.isEmpty()) {
                throw problem;
            }
        }
        OwnBlock own = block.map(document.file().blocks()::get).orElse(null);
        return own == null
                ? Shown.inside(Scope.inside(path), document, Interior.of(node.orElseThrow()))
                : Shown.draft(path, document, block.orElseThrow(), own, node);
    }

    /** The block at the end of a path that leads through blocks of the learner's own only. */
    private static Optional<String> block(Document document, NodeId path) {
        Optional<Node> node = document.graph().find(path.top());
        for (NodeId at = path.top(); !at.equals(path) && node.isPresent(); ) {
            String rest = path.from(at);
            int end = rest.indexOf('/');
            String name = end < 0 ? rest : rest.substring(0, end);
            at = at.child(name);
            node = OwnBlocks.name(node.get().type())
                    .map(document.file().blocks()::get)
                    .flatMap(block -> block.inside().graph().find(NodeId.of(name)));
        }
        return node.flatMap(n -> OwnBlocks.name(n.type()));
    }

    /** The block that is being edited there, which a mistake has made impossible to reach. */
    private Optional<String> edited(Document document, NodeId path) {
        Shown known = drawn;
        return known == null
                        || known.edited() == null
                        || !path.equals(known.scope().inside())
                ? Optional.empty()
                : Optional.of(known.edited().block())
                        .filter(name -> document.graph().has(path.top())
                                && document.file().blocks().containsKey(name));
    }

    private Validation validation() {
        Evaluation current = evaluator.current();
        return current.document().graph() == history.document().graph()
                ? current.validation()
                : Validation.of(history.document().graph());
    }
}
