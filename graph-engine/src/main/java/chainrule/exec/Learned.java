package chainrule.exec;

import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.kernel.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The parameters that learn, one after the other in memory, and their gradients in the same order.
 *
 * @param nodes in the order in which they lie
 * @param known the same, to ask for one
 */
record Learned(List<NodeId> nodes, Set<NodeId> known, Row values, Row gradients) {
    Learned {
        nodes = List.copyOf(nodes);
        known = Set.copyOf(known);
    }

    boolean has(NodeId node) {
        return known.contains(node);
    }

    static Learned placed(Placement placement, List<NodeId> nodes) {
        List<Source> sources = nodes.stream().map(Source::of).toList();
        return new Learned(
                nodes,
                new HashSet<>(nodes),
                placement.row(sources.stream().map(Tenant.Value::new).toList()),
                placement.row(sources.stream().map(Tenant.Gradient::new).toList()));
    }
}
