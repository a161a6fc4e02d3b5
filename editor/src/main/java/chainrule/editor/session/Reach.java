package chainrule.editor.session;

import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which nodes can be reached from others along edges; each answer holds the nodes that it starts from. */
public final class Reach {
    private Reach() {}

    /** All nodes that values come from. */
    public static Set<NodeId> upstream(Graph graph, Set<NodeId> from) {
        return reached(graph, from, true, false);
    }

    /** All nodes that values go to. */
    public static Set<NodeId> downstream(Graph graph, Set<NodeId> from) {
        return reached(graph, from, false, true);
    }

    /** All nodes that edges join with these, whatever their direction. */
    public static Set<NodeId> connected(Graph graph, Set<NodeId> from) {
        return reached(graph, from, true, true);
    }

    private static Set<NodeId> reached(Graph graph, Set<NodeId> from, boolean up, boolean down) {
        Set<NodeId> found = new LinkedHashSet<>(from);
        Deque<NodeId> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            NodeId node = open.pop();
            Set<NodeId> next = new LinkedHashSet<>();
            if (up) {
                graph.into(node).stream().map(Edge::from).forEach(s -> next.add(s.node()));
            }
            if (down) {
                graph.outOf(node).stream().map(Edge::to).forEach(s -> next.add(s.node()));
            }
            next.stream().filter(found::add).forEach(open::push);
        }
        return found;
    }
}
