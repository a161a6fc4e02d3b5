package chainrule.editor.compare;

import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.GraphFile;
import chainrule.language.Phrases;
import chainrule.op.Catalog;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.train.Part;
import chainrule.train.Training;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The same graph with one thing changed, to be compared with: what a lecture asks first. */
public record Variant(String name, UnaryOperator<GraphFile> change) {
    private static final Phrases WORDS = Phrases.of(Variant.class);
    private static final Map<String, String> INSTEAD = Map.of("sigmoid", "relu", "tanh", "relu", "relu", "sigmoid");

    /** What can be changed of a graph: the optimiser, an activation, the shortcuts. */
    public static List<Variant> of(GraphFile file, Catalog catalog) {
        Graph graph = file.graph();
        List<Variant> all = new ArrayList<>();
        String rule = trained(file).optimizer().type().equals("adam") ? "sgd" : "adam";
        all.add(new Variant(WORDS.text("variant.optimizer", rule), changed -> trainedBy(changed, rule)));
        for (String type : List.of("sigmoid", "tanh", "relu")) {
            String other = INSTEAD.getOrDefault(type, type);
            if (graph.nodes().stream().anyMatch(node -> node.type().id().equals(type))) {
                catalog.find(other)
                        .ifPresent(found -> all.add(new Variant(
                                WORDS.text("variant.activation", other, type),
                                changed -> changed.with(swapped(changed.graph(), type, found)))));
            }
        }
        if (!plain(graph).equals(graph)) {
            all.add(new Variant(WORDS.text("variant.plain"), changed -> changed.with(plain(changed.graph()))));
        }
        return all;
    }

    private static Training trained(GraphFile file) {
        return file.trained().orElseGet(Training::standard);
    }

    private static GraphFile trainedBy(GraphFile file, String rule) {
        Training own = trained(file);
        return file.trained(own.withOptimizer(Part.of(rule).with("lr", own.rate())));
    }

    private static Graph swapped(Graph graph, String type, NodeType other) {
        Graph result = graph;
        for (Node node : graph.nodes()) {
            if (node.type().id().equals(type)) {
                result = result.with(new Node(node.id(), other, Settings.none(), node.label()));
            }
        }
        return result;
    }

    /** Without the additions one of whose inputs comes from the way to the other: what follows them takes the longer way. */
    private static Graph plain(Graph graph) {
        Graph result = graph;
        for (Node node : graph.nodes()) {
            Edge a = graph.into(new Slot(node.id(), "a")).orElse(null);
            Edge b = graph.into(new Slot(node.id(), "b")).orElse(null);
            if (node.type().id().equals("add")
                    && a != null
                    && b != null
                    && !a.from().equals(b.from())) {
                Map<NodeId, Boolean> known = new HashMap<>();
                if (leads(graph, b.from().node(), a.from().node(), known)) {
                    result = bypassed(result, node.id(), "a");
                } else if (leads(graph, a.from().node(), b.from().node(), new HashMap<>())) {
                    result = bypassed(result, node.id(), "b");
                }
            }
        }
        return result;
    }

    private static Graph bypassed(Graph graph, NodeId sum, String port) {
        Source before = graph.into(new Slot(sum, port)).orElseThrow().from();
        NodeId root = sum.equals(graph.root().orElse(null)) ? before.node() : null;
        List<Slot> after = graph.edges().stream()
                .filter(edge -> edge.from().node().equals(sum))
                .map(Edge::to)
                .toList();
        Graph result = graph.without(sum);
        for (Slot slot : after) {
            result = result.connected(before, slot);
        }
        return root == null ? result : result.rooted(root);
    }

    /** Whether what one node says reaches another one over at least one node that does more than hold a number. */
    private static boolean leads(Graph graph, NodeId from, NodeId to, Map<NodeId, Boolean> known) {
        if (from.equals(to)) {
            return true;
        }
        Boolean before = known.get(to);
        if (before != null) {
            return before;
        }
        boolean leads = graph.into(to).stream()
                .anyMatch(edge -> leads(graph, from, edge.from().node(), known));
        known.put(to, leads);
        return leads;
    }
}
