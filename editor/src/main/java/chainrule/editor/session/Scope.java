package chainrule.editor.session;

import chainrule.graph.NodeId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which graph is shown: the document's own, or the inside of one of its nodes.
 *
 * @param inside the path of the opened node, or null outside of all nodes
 */
public record Scope(@Nullable NodeId inside) {
    private static final Scope OUTSIDE = new Scope(null);

    /** The document's own graph. */
    public static Scope outside() {
        return OUTSIDE;
    }

    /** The inside of a node. */
    public static Scope inside(NodeId path) {
        return new Scope(path);
    }

    public boolean isOutside() {
        return inside == null;
    }

    /** The scope around this one; outside of all nodes it is this one. */
    public Scope up() {
        return inside == null ? this : inside.parent().map(Scope::inside).orElse(OUTSIDE);
    }

    /** The opened nodes from the outermost to the one that is shown. */
    public List<NodeId> way() {
        List<NodeId> way = new ArrayList<>();
        for (Optional<NodeId> at = Optional.ofNullable(inside);
                at.isPresent();
                at = at.get().parent()) {
            way.add(at.get());
        }
        Collections.reverse(way);
        return List.copyOf(way);
    }

    /** The node of this scope that a node is or is inside of; empty for a node elsewhere. */
    public Optional<NodeId> visible(NodeId node) {
        if (inside == null) {
            return Optional.of(node.top());
        }
        if (!node.within(inside)) {
            return Optional.empty();
        }
        String rest = node.from(inside);
        int end = rest.indexOf('/');
        return Optional.of(inside.child(end < 0 ? rest : rest.substring(0, end)));
    }
}
