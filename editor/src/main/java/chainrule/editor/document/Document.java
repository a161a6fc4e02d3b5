package chainrule.editor.document;

import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.io.GraphFile;
import chainrule.io.Layout;
import chainrule.io.Point;
import chainrule.tensor.Precision;

/** A graph file under edit. An edit answers a new document; what it does not touch is shared with the old one. */
public record Document(GraphFile file) {
    public static Document untitled() {
        return new Document(GraphFile.untitled());
    }

    public Graph graph() {
        return file.graph();
    }

    public Layout layout() {
        return file.layout();
    }

    public Precision precision() {
        return file.precision();
    }

    public Point at(NodeId node) {
        return layout().of(node);
    }

    public Node node(NodeId id) {
        return graph().node(id);
    }

    /** With another graph; reroute points follow their edges. */
    public Document with(Graph graph) {
        return new Document(file.with(graph).with(Ways.followed(layout(), graph(), graph)));
    }

    public Document with(Layout layout) {
        return new Document(file.with(layout));
    }

    public Document with(GraphFile changed) {
        return new Document(changed);
    }
}
