package chainrule.exec;

import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.kernel.Row;
import java.util.List;

/**
 * The parameters that learn, one after the other in memory, and their gradients in the same order.
 *
 * @param nodes in the order in which they lie
 */
record Learned(List<NodeId> nodes, Row values, Row gradients) {
    Learned {
        nodes = List.copyOf(nodes);
    }

    static Learned placed(Placement placement, List<NodeId> nodes) {
        List<Source> sources = nodes.stream().map(Source::of).toList();
        return new Learned(
                nodes,
                placement.row(sources.stream().map(Tenant.Value::new).toList()),
                placement.row(sources.stream().map(Tenant.Gradient::new).toList()));
    }
}
