package chainrule.editor.session;

import chainrule.editor.document.Document;
import chainrule.editor.document.Draft;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.graph.Source;
import chainrule.graph.Validation;
import chainrule.io.GraphFile;
import chainrule.io.Layout;
import chainrule.io.OwnBlock;
import chainrule.language.Phrases;
import chainrule.tensor.Shape;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The graph that is shown, as a document: the document itself, or the inside of one of its nodes, drawn as one.
 *
 * @param document what is shown; the inside of a node has no layout of its own unless it can be edited
 * @param interior the inside that is shown, or null outside of all nodes
 * @param edited the inside of a block of the learner's own, or null elsewhere
 */
public record Shown(Scope scope, Document document, @Nullable Interior interior, @Nullable Edited edited) {
    private static final Phrases WORDS = Phrases.of(Shown.class);

    /**
     * The inside of a block that is edited in place.
     *
     * @param block its name
     * @param validation of what is inside, with the shapes that reach this use of it
     */
    public record Edited(String block, Validation validation) {}

    /** The document itself. */
    public static Shown outside(Document document) {
        return new Shown(Scope.outside(), document, null, null);
    }

    static Shown inside(Scope scope, Document around, Interior interior) {
        GraphFile file = GraphFile.untitled()
                .with(interior.graph())
                .with(around.precision())
                .titled(around.file().title());
        return new Shown(scope, new Document(file, interior.path()), interior, null);
    }

    /** The inside of a block that a document has under a name, as the node at a path uses it. */
    static Shown draft(NodeId path, Document around, String name, OwnBlock block, Optional<Dug> node) {
        Draft draft =
                Draft.of(block, path, around.file(), node.map(Dug::reaching).orElse(java.util.Map.of()));
        Validation validation = Validation.of(draft.document().graph());
        return new Shown(
                Scope.inside(path),
                draft.document(),
                Interior.of(draft, path, node, validation.shapes()),
                new Edited(name, validation));
    }

    /** The same with the nodes at places. */
    public Shown with(Layout layout) {
        return new Shown(scope, document.with(layout), interior, edited);
    }

    /** The shape of an output that is shown. */
    public Optional<Shape> shape(Source source, Evaluation evaluation) {
        return interior == null
                ? evaluation.shape(source)
                : Optional.ofNullable(interior.shapes().get(source));
    }

    /** What can be said of the graph that is shown before it is computed. */
    public Validation validation(Evaluation evaluation) {
        return edited == null ? evaluation.validation() : edited.validation();
    }

    /** What is wrong with a node that is shown. */
    public List<Problem> problemsAt(NodeId node, Evaluation evaluation) {
        return edited == null
                ? evaluation.problemsAt(node)
                : edited.validation().problems().stream()
                        .filter(problem -> node.equals(problem.node()))
                        .toList();
    }

    /** Whether a node stands for an input or output of the node that is opened. */
    public boolean isBorder(NodeId node) {
        return interior != null && interior.isBorder(node);
    }

    /** Why nothing can be changed here, as a sentence; empty where it can. */
    public Optional<String> refusal() {
        return interior == null || edited != null
                ? Optional.empty()
                : Optional.of(WORDS.text("shown.fixed", scope.inside()));
    }
}
