package chainrule.graph;

import chainrule.language.Phrases;
import chainrule.op.InPort;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which slots a node has, in which order, and what may be connected to them. */
final class Ports {
    private static final Phrases WORDS = Phrases.of(Ports.class);

    private Ports() {}

    static List<Edge> inOrder(Node node, List<Edge> edges) {
        return edges.stream()
                .sorted(Comparator.comparingInt(e -> position(node, e.to().port())))
                .toList();
    }

    static Slot movedUp(Slot slot, Slot removed, InPort port, int removedIndex) {
        if (!slot.node().equals(removed.node())) {
            return slot;
        }
        return port.indexOf(slot.port())
                .filter(i -> i > removedIndex)
                .map(i -> new Slot(slot.node(), port.slot(i - 1)))
                .orElse(slot);
    }

    /** Where the variadic inputs of a node move when all edges from another node go. */
    static Map<Slot, Slot> numberedAnew(Node node, List<Edge> inOrder, NodeId gone) {
        Map<Slot, Slot> moved = new HashMap<>();
        Map<InPort, Integer> next = new HashMap<>();
        for (Edge edge : inOrder) {
            InPort port = node.type().input(edge.to().port()).orElse(null);
            if (port != null && port.variadic() && !edge.from().node().equals(gone)) {
                int index = next.merge(port, 1, Integer::sum) - 1;
                moved.put(edge.to(), new Slot(node.id(), port.slot(index)));
            }
        }
        return moved;
    }

    static Optional<Problem> whyNot(Graph graph, Source from, Slot to) {
        Optional<Problem> missing = missing(graph, from, to);
        if (missing.isPresent()) {
            return missing;
        }
        InPort port = graph.type(to.node()).input(to.port()).orElseThrow();
        int index = port.indexOf(to.port()).orElse(0);
        int next = graph.count(to.node(), port);
        if (index > next) {
            return Optional.of(Problem.at(to, WORDS.text("ports.nextFreeInput", to.node(), port.slot(next))));
        }
        return loop(graph, from.node(), to.node()).map(sentence -> Problem.at(to, sentence));
    }

    static Optional<Problem> missing(Graph graph, Source from, Slot to) {
        if (!graph.has(from.node()) || !graph.has(to.node())) {
            return Optional.of(Problem.of(WORDS.text("ports.thereNoNode", graph.has(from.node()) ? to : from)));
        }
        Node consumer = graph.node(to.node());
        if (graph.node(from.node()).type().output(from.port()).isEmpty()) {
            return Optional.of(Problem.at(from.node(), WORDS.text("ports.noOutput", from.node(), from.port())));
        }
        if (consumer.type().input(to.port()).isEmpty()) {
            return Optional.of(
                    Problem.at(to.node(), WORDS.text("ports.noInput", to.node(), to.port(), names(consumer))));
        }
        return Optional.empty();
    }

    private static Optional<String> loop(Graph graph, NodeId from, NodeId to) {
        if (from.equals(to)) {
            return Optional.of(WORDS.text("ports.edgeWouldCloseLoopWould", to));
        }
        List<NodeId> path = Order.path(graph, to, from);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        String way = path.stream().map(NodeId::name).collect(Collectors.joining(" → "));
        return Optional.of(WORDS.text("ports.edgeWouldCloseLoopAlready", to, from, way));
    }

    private static String names(Node node) {
        if (node.type().inputs().isEmpty()) {
            return "none";
        }
        return node.type().inputs().stream()
                .map(p -> p.variadic() ? p.slot(0) + ", " + p.slot(1) + ", …" : p.name())
                .collect(Collectors.joining(", "));
    }

    private static int position(Node node, String slot) {
        List<InPort> ports = node.type().inputs();
        for (int i = 0; i < ports.size(); i++) {
            Optional<Integer> index = ports.get(i).indexOf(slot);
            if (index.isPresent()) {
                return i * 1_000_000 + index.get();
            }
        }
        return Integer.MAX_VALUE;
    }
}
