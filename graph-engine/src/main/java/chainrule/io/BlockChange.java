package chainrule.io;

import chainrule.block.BlockDefinition;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.Learned;
import chainrule.op.Literal;
import chainrule.op.Settings;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a change of one of the learner's own blocks means for its uses: their edges follow ports that have another name,
 * what they learned stays with a part that has another name, and they lose what they say of settings that the block has
 * no more.
 *
 * @param type the id of the node type that the block is
 * @param in inputs that have another name, by the old one
 * @param out outputs that have another name, by the old one
 * @param parts nodes inside that have another name, by the old one
 * @param gone settings
 */
record BlockChange(
        String type, Map<String, String> in, Map<String, String> out, Map<String, String> parts, Set<String> gone) {
    private static final String WEIGHTS = Learned.WEIGHTS.name();

    /** A port has another name where the one at its place has a name that is new, and its own is gone. */
    static BlockChange between(String block, OwnBlock before, OwnBlock after) {
        Set<String> gone = new LinkedHashSet<>(before.settings().keySet());
        gone.removeAll(after.settings().keySet());
        return new BlockChange(
                BlockDefinition.PREFIX + block,
                renamed(before.in().keySet(), after.in().keySet()),
                renamed(before.out().keySet(), after.out().keySet()),
                renamed(parts(before), parts(after)),
                gone);
    }

    private static Set<String> parts(OwnBlock block) {
        Set<String> names = new LinkedHashSet<>();
        block.inside().graph().nodes().forEach(node -> names.add(node.id().name()));
        return names;
    }

    private static Map<String, String> renamed(Set<String> before, Set<String> after) {
        Map<String, String> names = new LinkedHashMap<>();
        List<String> old = List.copyOf(before);
        List<String> now = List.copyOf(after);
        for (int i = 0; old.size() == now.size() && i < old.size(); i++) {
            if (!after.contains(old.get(i)) && !before.contains(now.get(i))) {
                names.put(old.get(i), now.get(i));
            }
        }
        return names;
    }

    boolean isEmpty() {
        return in.isEmpty() && out.isEmpty() && parts.isEmpty() && gone.isEmpty();
    }

    /** A file's graph and reroute points after the change. */
    GraphFile of(GraphFile file) {
        Graph graph = file.graph();
        List<Edge> edges = graph.edges().stream()
                .map(edge -> new Edge(of(edge.from(), graph), of(edge.to(), graph)))
                .toList();
        Layout layout = file.layout();
        Map<Slot, List<Point>> via = new LinkedHashMap<>();
        layout.via().forEach((slot, points) -> via.put(of(slot, graph), points));
        Graph renamed = Graph.of(graph.nodes().stream().map(this::of).toList(), edges);
        GraphFile changed =
                file.with(renamed.rooted(graph.chosenRoot().orElse(null))).with(layout.through(via));
        return file.trained()
                .map(training -> changed.trained(training.withOnly(
                        training.only().stream().map(id -> of(id, graph)).toList())))
                .orElse(changed);
    }

    /** The path of a node inside of a use. */
    private NodeId of(NodeId id, Graph graph) {
        boolean use = graph.find(id.top())
                .filter(node -> node.type().id().equals(type))
                .isPresent();
        if (!use || id.equals(id.top())) {
            return id;
        }
        String[] names = id.from(id.top()).split("/", 2);
        String part = parts.getOrDefault(names[0], names[0]);
        return NodeId.of(id.top() + "/" + part + (names.length == 1 ? "" : "/" + names[1]));
    }

    /** A block that may hold uses of the one that has changed. */
    OwnBlock of(OwnBlock block) {
        Graph graph = block.inside().graph();
        Map<String, Slot> slots = new LinkedHashMap<>(block.in());
        slots.replaceAll((port, slot) -> of(slot, graph));
        Map<String, Source> sources = new LinkedHashMap<>(block.out());
        sources.replaceAll((port, source) -> of(source, graph));
        return new OwnBlock(of(block.inside()), slots, sources, block.settings());
    }

    private Node of(Node node) {
        Settings settings = node.settings();
        if (node.type().id().equals(type)) {
            for (String name : gone) {
                settings = settings.without(name);
            }
            settings = learned(settings);
        }
        return settings == node.settings() ? node : node.with(settings);
    }

    private Settings learned(Settings settings) {
        if (parts.isEmpty() || !(settings.literals().get(WEIGHTS) instanceof Literal.Group group)) {
            return settings;
        }
        Map<String, Literal> members = new LinkedHashMap<>();
        group.members().forEach((part, held) -> members.put(parts.getOrDefault(part, part), held));
        return settings.with(WEIGHTS, new Literal.Group(members));
    }

    private Slot of(Slot slot, Graph graph) {
        return new Slot(slot.node(), names(slot.node(), graph, in).apply(slot.port()));
    }

    private Source of(Source source, Graph graph) {
        return new Source(source.node(), names(source.node(), graph, out).apply(source.port()));
    }

    private UnaryOperator<String> names(NodeId node, Graph graph, Map<String, String> names) {
        boolean use = graph.find(node).filter(n -> n.type().id().equals(type)).isPresent();
        return port -> use ? names.getOrDefault(port, port) : port;
    }
}
