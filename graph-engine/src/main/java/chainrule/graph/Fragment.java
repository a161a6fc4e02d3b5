package chainrule.graph;

import chainrule.op.InPort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Nodes taken out of a graph, to be put into one again: what copy, paste and duplicate move.
 *
 * @param nodes in the order of the graph that they are from
 * @param edges among the nodes; the inputs of a variadic port without gaps
 * @param incoming edges that led into the nodes from outside, into the slots that they had there
 */
public record Fragment(List<Node> nodes, List<Edge> edges, List<Edge> incoming) {
    private static final Pattern NUMBERED = Pattern.compile("(.*?)([0-9]{0,6})");
    private static final int LONGEST = 57;

    public Fragment {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        incoming = List.copyOf(incoming);
    }

    /** The chosen nodes of a graph. */
    public static Fragment of(Graph graph, Set<NodeId> chosen) {
        List<Node> nodes =
                graph.nodes().stream().filter(n -> chosen.contains(n.id())).toList();
        List<Edge> edges = new ArrayList<>();
        List<Edge> incoming = new ArrayList<>();
        for (Node node : nodes) {
            Map<InPort, Integer> next = new HashMap<>();
            for (Edge edge : graph.into(node.id())) {
                InPort port = node.type().input(edge.to().port()).orElseThrow();
                if (chosen.contains(edge.from().node())) {
                    int index = next.merge(port, 1, Integer::sum) - 1;
                    edges.add(new Edge(edge.from(), new Slot(node.id(), port.slot(index))));
                } else {
                    incoming.add(edge);
                }
            }
        }
        return new Fragment(nodes, edges, incoming);
    }

    public boolean isEmpty() {
        return nodes.isEmpty();
    }

    /** For each node the name that it can have in a graph: its own where that is free, else the next number. */
    public Map<NodeId, NodeId> namesIn(Graph graph) {
        return namesIn(graph, null);
    }

    /**
     * The same for a graph that is inside of a node.
     *
     * @param inside the node whose path names there begin with; null outside
     */
    public Map<NodeId, NodeId> namesIn(Graph graph, @Nullable NodeId inside) {
        Set<String> taken = new HashSet<>();
        graph.nodes().forEach(node -> taken.add(node.id().last()));
        Map<NodeId, NodeId> names = new LinkedHashMap<>();
        for (Node node : nodes) {
            String free = free(node.id().last(), taken);
            taken.add(free);
            names.put(node.id(), inside == null ? NodeId.of(free) : inside.child(free));
        }
        return names;
    }

    /** These nodes under other names; the sources of incoming edges keep theirs. */
    public Fragment renamed(Map<NodeId, NodeId> names) {
        Function<NodeId, NodeId> name = id -> Objects.requireNonNull(names.get(id));
        return new Fragment(
                nodes.stream().map(n -> n.withId(name.apply(n.id()))).toList(),
                edges.stream()
                        .map(e -> new Edge(
                                new Source(name.apply(e.from().node()), e.from().port()), slot(e.to(), name)))
                        .toList(),
                incoming.stream()
                        .map(e -> new Edge(e.from(), slot(e.to(), name)))
                        .toList());
    }

    /** These nodes without the edges from outside. */
    public Fragment detached() {
        return new Fragment(nodes, edges, List.of());
    }

    /**
     * A graph with these nodes, their edges, and those incoming edges whose sources it has.
     *
     * @throws IllegalArgumentException where a node's name is taken, see {@link #namesIn}
     */
    public Graph addedTo(Graph graph) {
        List<Node> all = new ArrayList<>(graph.nodes());
        all.addAll(nodes);
        List<Edge> wires = new ArrayList<>(graph.edges());
        wires.addAll(edgesWith(e -> graph.find(e.from().node())
                .flatMap(node -> node.type().output(e.from().port()))
                .isPresent()));
        return Graph.of(all, wires).rooted(graph.chosenRoot().orElse(null));
    }

    /** All edges, with the incoming ones that pass; those of a variadic port keep their order. */
    private List<Edge> edgesWith(Predicate<Edge> kept) {
        if (incoming.isEmpty()) {
            return edges;
        }
        Map<NodeId, Node> byId = new HashMap<>();
        nodes.forEach(node -> byId.put(node.id(), node));
        Map<Slot, List<Source>> byPort = new LinkedHashMap<>();
        for (Edge edge : edges) {
            sources(byPort, port(byId, edge), edge).add(edge.from());
        }
        for (Edge edge : incoming) {
            if (kept.test(edge)) {
                InPort port = port(byId, edge);
                List<Source> sources = sources(byPort, port, edge);
                int index = port.indexOf(edge.to().port()).orElse(0);
                sources.add(port.variadic() ? Math.min(index, sources.size()) : sources.size(), edge.from());
            }
        }
        List<Edge> all = new ArrayList<>();
        byPort.forEach((key, sources) -> {
            Node node = Objects.requireNonNull(byId.get(key.node()));
            InPort port = node.type().inputs().stream()
                    .filter(p -> p.name().equals(key.port()))
                    .findFirst()
                    .orElseThrow();
            for (int i = 0; i < (port.variadic() ? sources.size() : 1); i++) {
                all.add(new Edge(sources.get(i), new Slot(key.node(), port.slot(i))));
            }
        });
        return all;
    }

    private static List<Source> sources(Map<Slot, List<Source>> byPort, InPort port, Edge edge) {
        return byPort.computeIfAbsent(new Slot(edge.to().node(), port.name()), key -> new ArrayList<>());
    }

    private static InPort port(Map<NodeId, Node> nodes, Edge edge) {
        Node node = Objects.requireNonNull(nodes.get(edge.to().node()));
        return node.type().input(edge.to().port()).orElseThrow();
    }

    private static Slot slot(Slot slot, Function<NodeId, NodeId> name) {
        return new Slot(name.apply(slot.node()), slot.port());
    }

    /** The name itself where it is free; else its letters and the first free number after its own. */
    private static String free(String wish, Set<String> taken) {
        Matcher parts = NUMBERED.matcher(wish);
        if (!taken.contains(wish) || !parts.matches()) {
            return wish;
        }
        boolean onlyDigits = parts.group(1).isEmpty();
        String letters = onlyDigits ? wish + "_" : parts.group(1);
        String base = letters.length() > LONGEST ? letters.substring(0, LONGEST) : letters;
        int number = onlyDigits || parts.group(2).isEmpty() ? 2 : Integer.parseInt(parts.group(2)) + 1;
        while (taken.contains(base + number)) {
            number++;
        }
        return base + number;
    }
}
