package chainrule.editor.session;

import chainrule.editor.document.Document;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.io.GraphFile;
import chainrule.io.Layout;
import chainrule.tensor.Shape;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The graph that is shown, as a document: the document itself, or the inside of one of its nodes, drawn as one.
 *
 * @param document what is shown; the inside of a node has no layout of its own
 * @param interior the inside that is shown, or null outside of all nodes
 */
public record Shown(Scope scope, Document document, @Nullable Interior interior) {
    /** The document itself. */
    public static Shown outside(Document document) {
        return new Shown(Scope.outside(), document, null);
    }

    static Shown inside(Scope scope, Document around, Interior interior) {
        GraphFile file = GraphFile.untitled()
                .with(interior.graph())
                .with(around.precision())
                .titled(around.file().title());
        return new Shown(scope, new Document(file), interior);
    }

    /** The same with the nodes at places. */
    public Shown with(Layout layout) {
        return new Shown(scope, document.with(layout), interior);
    }

    /** The shape of an output that is shown. */
    public Optional<Shape> shape(Source source, Evaluation evaluation) {
        return interior == null
                ? evaluation.shape(source)
                : Optional.ofNullable(interior.shapes().get(source));
    }

    /** Whether a node stands for an input or output of the node that is opened. */
    public boolean isBorder(NodeId node) {
        return interior != null && interior.isBorder(node);
    }
}
