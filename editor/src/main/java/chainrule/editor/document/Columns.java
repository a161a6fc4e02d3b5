package chainrule.editor.document;

import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.io.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Places for nodes in columns from left to right: each before the first that it feeds, as near to it as can be. */
public final class Columns {
    private static final double ACROSS = 290;
    private static final double DOWN = 150;

    private final Graph graph;
    private final Set<NodeId> nodes;

    public Columns(Graph graph, Set<NodeId> nodes) {
        this.graph = graph;
        this.nodes = nodes;
    }

    /** The corner of each node; that of the first one is given. */
    public Map<NodeId, Point> places(Point corner) {
        Map<Integer, List<NodeId>> columns = new TreeMap<>();
        columns().forEach((node, column) -> columns.computeIfAbsent(column, c -> new ArrayList<>())
                .add(node));
        Map<NodeId, Point> places = new LinkedHashMap<>();
        int first = columns.keySet().stream().findFirst().orElse(0);
        columns.forEach((column, members) -> {
            for (int row = 0; row < members.size(); row++) {
                places.put(members.get(row), corner.plus((column - first) * ACROSS, row * DOWN));
            }
        });
        return places;
    }

    private Map<NodeId, Integer> columns() {
        List<NodeId> order =
                graph.topological().stream().filter(nodes::contains).toList();
        Map<NodeId, Integer> columns = new LinkedHashMap<>();
        for (NodeId node : order) {
            int column = 0;
            for (Edge edge : graph.into(node)) {
                column = Math.max(column, columns.getOrDefault(edge.from().node(), -1) + 1);
            }
            columns.put(node, column);
        }
        List<NodeId> back = new ArrayList<>(order);
        Collections.reverse(back);
        Map<NodeId, Integer> late = new HashMap<>(columns);
        for (NodeId node : back) {
            graph.outOf(node).stream()
                    .map(edge -> late.get(edge.to().node()))
                    .filter(java.util.Objects::nonNull)
                    .min(Integer::compare)
                    .ifPresent(next -> late.put(node, Math.max(late.getOrDefault(node, 0), next - 1)));
        }
        columns.replaceAll((node, column) -> late.getOrDefault(node, column));
        return columns;
    }
}
