package chainrule.io;

import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.op.InPort;
import chainrule.op.OutPort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Connects the nodes of a file as its edges say, and refuses in a sentence edges that no graph can have. */
final class WireCheck {
    private static final Phrases WORDS = Phrases.of(WireCheck.class);
    private static final int MOST_NAMED = 8;

    private final List<Node> nodes;
    private final Graph unconnected;

    WireCheck(List<Node> nodes) {
        this.nodes = nodes;
        this.unconnected = Graph.of(nodes, List.of());
    }

    Graph graph(List<Wire> wires) throws FileProblem {
        List<Edge> edges = new ArrayList<>();
        Set<Slot> taken = new HashSet<>();
        for (Wire wire : wires) {
            edges.add(edge(wire));
            if (!taken.add(wire.to())) {
                throw new FileProblem(WORDS.text("wireCheck.twoEdgesLeadIntoInput", wire.to()));
            }
        }
        refuseGaps(edges);
        Optional<Graph> graph = Graph.acyclic(nodes, edges);
        if (graph.isEmpty()) {
            throw new FileProblem(WORDS.text("wireCheck.edgesCloseLoop", way(Graph.loop(nodes, edges))));
        }
        return graph.get();
    }

    private Edge edge(Wire wire) throws FileProblem {
        for (NodeId end : List.of(wire.from(), wire.to().node())) {
            if (!unconnected.has(end)) {
                throw new FileProblem(WORDS.text("wireCheck.edgeNeedsNodeCalledThere", wire, end));
            }
        }
        List<OutPort> outputs = unconnected.type(wire.from()).outputs();
        String port = wire.port() != null
                ? wire.port()
                : outputs.isEmpty() ? OutPort.OUT.name() : outputs.get(0).name();
        Source from = new Source(wire.from(), port);
        Optional<Problem> problem = unconnected.missingPort(from, wire.to());
        if (problem.isPresent()) {
            throw new FileProblem(
                    WORDS.text("wireCheck.edgeLeadsNowhere", wire, problem.get().sentence()));
        }
        return new Edge(from, wire.to());
    }

    private void refuseGaps(List<Edge> edges) throws FileProblem {
        Map<NodeId, Map<InPort, Set<Integer>>> connected = new HashMap<>();
        for (Edge edge : edges) {
            InPort port =
                    unconnected.type(edge.to().node()).input(edge.to().port()).orElseThrow();
            if (port.variadic()) {
                connected
                        .computeIfAbsent(edge.to().node(), k -> new HashMap<>())
                        .computeIfAbsent(port, k -> new HashSet<>())
                        .add(port.indexOf(edge.to().port()).orElseThrow());
            }
        }
        for (Map.Entry<NodeId, Map<InPort, Set<Integer>>> node : connected.entrySet()) {
            for (Map.Entry<InPort, Set<Integer>> port : node.getValue().entrySet()) {
                for (int i = 0; i < port.getValue().size(); i++) {
                    if (!port.getValue().contains(i)) {
                        throw new FileProblem(WORDS.text(
                                "wireCheck.inputsHaveGapNotConnected",
                                node.getKey(),
                                port.getKey().slot(i)));
                    }
                }
            }
        }
    }

    /** a → b → a; a long loop is shortened in the middle. */
    private static String way(List<NodeId> loop) {
        List<String> names = loop.stream().map(NodeId::name).collect(Collectors.toCollection(ArrayList::new));
        if (names.size() > MOST_NAMED) {
            names.subList(MOST_NAMED - 2, names.size() - 1).clear();
            names.add(MOST_NAMED - 2, WORDS.text("wireCheck.nodesAll", loop.size()));
        }
        names.add(names.get(0));
        return String.join(" → ", names);
    }
}
