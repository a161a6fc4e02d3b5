package chainrule.editor.document;

import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.io.Clipping;
import chainrule.io.GraphFile;
import chainrule.io.Layout;
import chainrule.io.OwnBlocks;
import chainrule.io.Point;
import chainrule.language.Phrases;
import chainrule.op.NodeType;
import chainrule.tensor.Precision;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A graph file under edit, or the inside of a node drawn as one. An edit answers a new document; what it does not touch
 * is shared with the old one.
 *
 * @param inside the node that the graph is inside of, whose path the names of all nodes begin with; null outside
 */
public record Document(GraphFile file, @Nullable NodeId inside) {
    private static final Phrases WORDS = Phrases.of(Document.class);

    /** A graph file. */
    public Document(GraphFile file) {
        this(file, null);
    }

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

    /** Why it is only to be read, as a sentence; empty where it can be changed. */
    public Optional<String> whyFixed() {
        return file.locked() ? Optional.of(WORDS.text("document.locked")) : Optional.empty();
    }

    public Point at(NodeId node) {
        return layout().of(node);
    }

    public Node node(NodeId id) {
        return graph().node(id);
    }

    /** The node that a name means here. */
    public NodeId named(String name) {
        return inside == null ? NodeId.of(name) : inside.child(name);
    }

    /** A node id that is free here: the name, or the name and the first number from 2 that makes it so. */
    public NodeId freeId(String name) {
        return graph().freeId(named(name).name());
    }

    /** A node id that is free here for a node of a type. */
    public NodeId freeId(NodeType type) {
        return freeId(Border.is(type) ? Border.name(type) : OwnBlocks.name(type).orElse(type.id()));
    }

    /** Nodes of this document on their way to another place; what stands for inputs and outputs stays. */
    public Clipping clipping(Set<NodeId> nodes, Set<String> remarks) {
        Set<NodeId> parts = new LinkedHashSet<>(nodes);
        parts.removeIf(id -> graph().find(id).filter(n -> Border.is(n.type())).isPresent());
        Clipping clipping = Clipping.of(file, parts, remarks);
        return inside == null ? clipping : clipping.detached().namedFor(GraphFile.untitled());
    }

    /** With another graph; reroute points follow their edges. */
    public Document with(Graph graph) {
        return with(file.with(graph).with(Ways.followed(layout(), graph(), graph)));
    }

    public Document with(Layout layout) {
        return with(file.with(layout));
    }

    public Document with(GraphFile changed) {
        return new Document(changed, inside);
    }
}
