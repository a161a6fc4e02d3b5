package chainrule.block;

import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.graph.Validation;
import chainrule.language.Phrases;
import chainrule.op.Assembly;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.NodeTypeBuilder;
import chainrule.op.OutPort;
import chainrule.op.Param;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A block of the learner's own: a graph, and what of it can be seen from outside. Every use of it has parameters of its
 * own, which begin alike unless the setting {@code seed} differs.
 *
 * @param in the inner slot that each input feeds
 * @param out the inner output that each output is
 * @param settings the inner setting that each setting sets
 */
public record BlockDefinition(
        String name, Graph graph, Map<String, Slot> in, Map<String, Source> out, Map<String, Exposed> settings) {
    private static final Phrases WORDS = Phrases.of(BlockDefinition.class);

    /** What the type of a block begins with; its name follows. */
    public static final String PREFIX = "block:";

    private static final int NAMED = 8;

    /** A setting of an inner node that can be set from outside. */
    public record Exposed(NodeId node, String setting) {}

    public BlockDefinition {
        if (!legal(name)) {
            throw new IllegalArgumentException("not a block's name: " + name);
        }
        in = Collections.unmodifiableMap(new LinkedHashMap<>(in));
        out = Collections.unmodifiableMap(new LinkedHashMap<>(out));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** Whether a name can be a block's: 1 to 64 letters, digits, {@code _} or {@code -}. */
    public static boolean legal(String name) {
        return NodeId.legal(name);
    }

    /** The id of the node type that this block is. */
    public String typeId() {
        return PREFIX + name;
    }

    /** The node type that this block is. */
    public NodeType type() {
        NodeTypeBuilder type = NodeType.named(typeId())
                .label(name)
                .category(Category.BLOCK)
                .inputs(in.entrySet().stream()
                        .map(e -> input(e.getKey(), e.getValue()))
                        .toArray(InPort[]::new))
                .outputs(outputs());
        settings.forEach((called, exposed) -> param(called, exposed).ifPresent(type::params));
        if (!settings.containsKey(Inside.SEED.name())) {
            type.params(Inside.SEED.explained("Added to the seed of every parameter inside."));
        }
        Optional<String> fault = fault();
        return type.params(Inside.WEIGHTS)
                .help(this::help)
                .latex("")
                .block("y = what is inside " + name, shapes -> parts(shapes, fault))
                .build();
    }

    private Help help() {
        List<String> names =
                graph.nodes().stream().map(node -> node.id().name()).toList();
        String some = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        String nothing = WORDS.text("blockDefinition.nothing");
        return Help.of(WORDS.text("blockDefinition.summary", names.size()))
                .use(WORDS.text("blockDefinition.use"))
                .limits(WORDS.text("blockDefinition.limits"))
                .example(WORDS.text(
                        "blockDefinition.example",
                        names.size() > NAMED ? WORDS.text("blockDefinition.more", some) : some,
                        in.isEmpty() ? nothing : String.join(", ", in.keySet()),
                        out.isEmpty() ? nothing : String.join(", ", out.keySet())));
    }

    private OutPort[] outputs() {
        return out.isEmpty()
                ? new OutPort[] {OutPort.OUT}
                : out.entrySet().stream()
                        .map(e -> output(e.getKey(), e.getValue()))
                        .toArray(OutPort[]::new);
    }

    private InPort input(String called, Slot slot) {
        InPort inner = graph.type(slot.node()).input(slot.port()).orElseThrow();
        return new InPort(called, inner.optional(), false, inner.integer());
    }

    private OutPort output(String called, Source source) {
        OutPort inner = graph.type(source.node()).output(source.port()).orElseThrow();
        return new OutPort(called, inner.differentiable());
    }

    private Optional<Param<?>> param(String called, Exposed exposed) {
        Settings given = graph.node(exposed.node()).settings();
        return graph.type(exposed.node()).param(exposed.setting()).map(param -> param.as(called, given));
    }

    /** Why what is inside cannot compute whatever reaches it, as a sentence. */
    private Optional<String> fault() {
        if (out.isEmpty()) {
            return Optional.of(WORDS.text("blockDefinition.blockNoOutputGiveOut", name));
        }
        for (Problem problem : Validation.of(graph).problems()) {
            boolean fed = problem.node() != null
                    && problem.port() != null
                    && in.containsValue(new Slot(problem.node(), problem.port()));
            if (!fed) {
                return Optional.of(WORDS.text("blockDefinition.inside", name, problem.sentence()));
            }
        }
        return Optional.empty();
    }

    private Parts parts(Shapes shapes, Optional<String> fault) {
        if (fault.isPresent()) {
            throw shapes.refusal(fault.get());
        }
        Assembly inside = new Assembly(shapes);
        Map<Slot, Parts.End> entrances = new LinkedHashMap<>();
        in.forEach((called, slot) -> {
            InPort port = InPort.of(called);
            if (shapes.has(port)) {
                entrances.put(slot, inside.port(port));
            }
        });
        for (NodeId id : graph.topological()) {
            Node node = graph.node(id);
            Map<String, Parts.End> inputs = new LinkedHashMap<>();
            entrances.forEach((slot, end) -> {
                if (slot.node().equals(id)) {
                    inputs.put(slot.port(), end);
                }
            });
            for (Edge edge : graph.into(id)) {
                inputs.put(edge.to().port(), inner(edge.from()));
            }
            inside.part(id.name(), node.type(), set(node, shapes.settings()), inputs);
        }
        out.forEach((called, source) -> inside.out(OutPort.of(called), inner(source)));
        return inside.done();
    }

    private static Parts.End inner(Source source) {
        return new Parts.End.Inner(source.node().name(), source.port());
    }

    /** The settings of an inner node with what a use of the block says. */
    private Settings set(Node node, Settings use) {
        Settings result = node.settings();
        for (Map.Entry<String, Exposed> entry : settings.entrySet()) {
            Literal literal = use.literals().get(entry.getKey());
            if (literal != null && entry.getValue().node().equals(node.id())) {
                result = result.with(entry.getValue().setting(), literal);
            }
        }
        long seed = settings.containsKey(Inside.SEED.name()) ? 0 : use.get(Inside.SEED);
        return seed == 0 ? result : Seeds.moved(node.type(), result, seed);
    }

    /** The names of the blocks that nodes inside are, or are set to hold. */
    public List<String> uses() {
        List<String> names = new ArrayList<>();
        graph.nodes().forEach(node -> names.addAll(uses(node)));
        return names;
    }

    /** The names of the blocks that a node is, or is set to hold. */
    public static List<String> uses(Node node) {
        List<String> names = new ArrayList<>();
        add(node.type().id(), names);
        node.settings().literals().values().forEach(literal -> collect(literal, names));
        return names;
    }

    private static void collect(Literal literal, List<String> names) {
        if (literal instanceof Literal.Text text) {
            add(text.value(), names);
        } else if (literal instanceof Literal.Group group) {
            group.members().values().forEach(member -> collect(member, names));
        }
    }

    private static void add(String type, List<String> names) {
        if (type.startsWith(PREFIX)) {
            names.add(type.substring(PREFIX.length()));
        }
    }
}
