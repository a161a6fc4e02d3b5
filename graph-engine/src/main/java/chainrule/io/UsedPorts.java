package chainrule.io;

import chainrule.graph.NodeId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ports that edges use at each node: all that can be known of a type that is missing. */
record UsedPorts(Map<NodeId, Set<String>> into, Map<NodeId, Set<String>> outOf) {
    static UsedPorts of(List<Wire> wires) {
        Map<NodeId, Set<String>> into = new HashMap<>();
        Map<NodeId, Set<String>> outOf = new HashMap<>();
        for (Wire wire : wires) {
            into.computeIfAbsent(wire.to().node(), k -> new LinkedHashSet<>())
                    .add(wire.to().port());
            if (wire.port() != null) {
                outOf.computeIfAbsent(wire.from(), k -> new LinkedHashSet<>()).add(wire.port());
            }
        }
        return new UsedPorts(into, outOf);
    }

    List<String> inputs(NodeId node) {
        return List.copyOf(into.getOrDefault(node, Set.of()));
    }

    List<String> outputs(NodeId node) {
        return List.copyOf(outOf.getOrDefault(node, Set.of()));
    }
}
