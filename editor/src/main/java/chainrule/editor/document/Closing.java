package chainrule.editor.document;

import chainrule.block.BlockDefinition.Exposed;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.GraphFile;
import chainrule.io.Layout;
import chainrule.io.OwnBlock;
import chainrule.io.Point;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.op.arithmetic.Identity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a block of the edited draft of one. */
final class Closing {
    private final Draft draft;
    private final Document edited;
    private final Graph graph;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Set<NodeId> taken = new HashSet<>();
    private final Map<NodeId, NodeId> carrying = new LinkedHashMap<>();
    private final Set<NodeId> hidden = new HashSet<>();
    private final Map<String, Slot> in = new LinkedHashMap<>();
    private final Map<String, Source> out = new LinkedHashMap<>();
    private Layout layout = Layout.empty();

    Closing(Draft draft, Document edited) {
        this.draft = draft;
        this.edited = edited;
        this.graph = edited.graph();
    }

    OwnBlock closed() {
        for (Node node : graph.nodes()) {
            if (!Border.is(node.type())) {
                NodeId id = local(node.id());
                nodes.add(node.withId(id));
                taken.add(id);
                layout = layout.placed(id, edited.at(node.id()))
                        .looking(id, edited.layout().look(node.id()));
            }
        }
        graph.nodes().stream().filter(n -> Border.isInput(n.type())).forEach(this::enter);
        for (Edge edge : graph.edges()) {
            if (!Border.is(graph.type(edge.to().node()))) {
                inner(edge);
            }
        }
        graph.nodes().stream().filter(n -> Border.isOutput(n.type())).forEach(this::leave);
        GraphFile file = draft.block().inside().with(Graph.of(nodes, edges)).with(layout);
        return new OwnBlock(file, in, out, settings());
    }

    /** An input that feeds one slot is that slot; else an identity carries it on. */
    private void enter(Node border) {
        String port = unused(draft.port(border.id()), in.keySet());
        List<Edge> leaving = graph.outOf(border.id());
        boolean single =
                leaving.size() == 1 && !Border.is(graph.type(leaving.get(0).to().node()));
        if (single) {
            in.put(port, local(leaving.get(0).to()));
        } else {
            NodeId carrier = carrier(border.id(), port);
            carrying.put(border.id(), carrier);
            in.put(port, new Slot(carrier, Identity.TYPE.inputs().get(0).name()));
        }
    }

    private void inner(Edge edge) {
        NodeId carrier = carrying.get(edge.from().node());
        Slot to = local(edge.to());
        if (carrier != null) {
            edges.add(new Edge(Source.of(carrier), to));
        } else if (!Border.is(graph.type(edge.from().node()))) {
            edges.add(new Edge(local(edge.from()), to));
        }
        List<Point> points = edited.layout().via().getOrDefault(edge.to(), List.of());
        layout = layout.through(to, points);
    }

    /** An output that nothing feeds waits behind an identity. */
    private void leave(Node border) {
        String port = unused(draft.port(border.id()), out.keySet());
        Optional<Edge> feeding = graph.into(new Slot(border.id(), Border.IN.name()));
        if (feeding.isEmpty()) {
            out.put(port, Source.of(carrier(border.id(), port)));
            return;
        }
        Source source = feeding.get().from();
        NodeId carrier = carrying.get(source.node());
        out.put(port, carrier != null ? Source.of(carrier) : local(source));
    }

    /** An identity of the name and place that it had, or else of the port's and the border's. */
    private NodeId carrier(NodeId border, String port) {
        NodeId before = draft.hidden(border).filter(id -> !taken.contains(id)).orElse(null);
        NodeId id = before != null
                ? before
                : NodeId.of(unused(port, taken.stream().map(NodeId::name).collect(Collectors.toUnmodifiableSet())));
        taken.add(id);
        hidden.add(id);
        nodes.add(new Node(id, Identity.TYPE, Settings.none(), ""));
        Layout stored = draft.block().inside().layout();
        layout = layout.placed(id, before != null ? stored.of(id) : edited.at(border));
        return id;
    }

    private static String unused(String name, Set<String> taken) {
        String free = name;
        for (int i = 2; taken.contains(free); i++) {
            free = name + i;
        }
        return free;
    }

    private Slot local(Slot slot) {
        return new Slot(draft.local(slot.node()), slot.port());
    }

    private Source local(Source source) {
        return new Source(draft.local(source.node()), source.port());
    }

    private NodeId local(NodeId id) {
        return draft.local(id);
    }

    /** The settings that are shown outside and still there; a node that has another name keeps its own. */
    private Map<String, Exposed> settings() {
        Map<NodeId, NodeId> renamed = renamed();
        Map<String, Exposed> kept = new LinkedHashMap<>();
        draft.block().settings().forEach((called, exposed) -> {
            NodeId node = renamed.getOrDefault(exposed.node(), exposed.node());
            boolean there = nodes.stream()
                    .anyMatch(n -> n.id().equals(node)
                            && n.type().param(exposed.setting()).isPresent());
            if (there) {
                kept.put(called, new Exposed(node, exposed.setting()));
            }
        });
        return kept;
    }

    /** The node that is at the place of one that is gone, where that is the only difference. */
    private Map<NodeId, NodeId> renamed() {
        List<Node> before = draft.block().inside().graph().nodes().stream()
                .filter(node -> !draft.hides(node.id()))
                .toList();
        List<Node> after =
                nodes.stream().filter(node -> !hidden.contains(node.id())).toList();
        Map<NodeId, NodeId> names = new LinkedHashMap<>();
        for (int i = 0; before.size() == after.size() && i < before.size(); i++) {
            NodeType type = before.get(i).type();
            if (type == after.get(i).type()) {
                names.put(before.get(i).id(), after.get(i).id());
            }
        }
        return names;
    }
}
