package chainrule.op;

import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of node is, as one declarative value: ports, settings, shape rule, forward rule, a derivative rule per
 * input, help, export line. Everything else in the house reads it; nothing else needs to know the kind.
 */
public final class NodeType {
    /** Derives output shapes, or throws a {@link ShapeProblem}. */
    @FunctionalInterface
    public interface ShapeRule {
        Map<OutPort, Shape> shapes(Shapes in);
    }

    /** The numbers that a source node gives out, from its settings; throws a {@link ShapeProblem}. */
    @FunctionalInterface
    public interface Values {
        Map<OutPort, Tensor> of(Settings settings);
    }

    /** Fits a formula to the settings of one node and to the shape of its first input. */
    @FunctionalInterface
    public interface Wording {
        String fitted(String formula, Settings settings, Shape first);
    }

    private final NodeTypeBuilder made;
    private final ShapeRule shape;
    private final Rule forward;
    private final Map<Presence, NodeType> variants = new EnumMap<>(Presence.class);
    private @Nullable NodeType whole;

    NodeType(NodeTypeBuilder made, ShapeRule shape, Rule forward) {
        this.made = made;
        this.shape = shape;
        this.forward = forward;
    }

    /** Starts the description of a type; {@code id} is the name in files, in snake_case. */
    public static NodeTypeBuilder named(String id) {
        return new NodeTypeBuilder(id);
    }

    public String id() {
        return made.id;
    }

    /** What the palette calls it, in the language of the moment. */
    public String label() {
        return Reading.label(made);
    }

    public Category category() {
        return made.category;
    }

    public List<InPort> inputs() {
        return List.copyOf(made.inputs);
    }

    public List<OutPort> outputs() {
        return List.copyOf(made.outputs);
    }

    public List<Param<?>> params() {
        return List.copyOf(made.params);
    }

    /** What it tells a learner, in the language of the moment. */
    public Help help() {
        return Reading.help(made);
    }

    /** The forward formula in port names, {@code y} for the output: {@code y = tanh x}. */
    public String formula() {
        return made.formula;
    }

    /**
     * One of this type's formulas as it holds for one node, in the language of the moment: what a setting switches off
     * is not in it.
     *
     * @param first the shape of the first input
     */
    public String worded(String formula, Settings settings, Shape first) {
        return Formula.told(made.wording.fitted(formula, settings, first));
    }

    /** The same formula in LaTeX. */
    public String latex() {
        return made.latex;
    }

    /** The PyTorch expression that this node becomes, with {@code {port}} and {@code {setting}} to fill in. */
    public String pytorch() {
        return made.pytorch;
    }

    public List<Example> examples() {
        return List.copyOf(made.examples);
    }

    /** Whether an optimiser updates nodes of this type. */
    public boolean trainable() {
        return made.trainable;
    }

    /** Whether the type is a loss, which makes its only node the root of a graph that names none. */
    public boolean loss() {
        return made.category == Category.LOSS;
    }

    /** How nodes of this type take part. */
    public Presence presence() {
        return made.presence;
    }

    /** This type for nodes that take part in another way; asked twice, the same answer. */
    public synchronized NodeType with(Presence presence) {
        NodeType active = whole;
        if (active != null) {
            return active.with(presence);
        }
        return presence == Presence.ACTIVE ? this : variants.computeIfAbsent(presence, this::variant);
    }

    private NodeType variant(Presence presence) {
        NodeTypeBuilder copy = made.copy();
        copy.presence = presence;
        NodeType variant =
                switch (presence) {
                    case BYPASSED -> Bypass.of(this, copy);
                    case HELD -> Held.of(this, copy);
                    case ACTIVE, MUTED -> new NodeType(copy, shape, forward);
                };
        variant.whole = this;
        return variant;
    }

    /** Whether a gradient reaches nodes of this type at all. */
    public boolean differentiable() {
        return outputs().get(0).differentiable();
    }

    /** Whether a file named this type and no catalogue has it. */
    public boolean unknown() {
        return made.category == Category.UNKNOWN;
    }

    /** The port that a slot name belongs to. */
    public Optional<InPort> input(String slot) {
        return made.inputs.stream().filter(p -> p.indexOf(slot).isPresent()).findFirst();
    }

    public Optional<OutPort> output(String name) {
        return made.outputs.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    public Optional<Param<?>> param(String name) {
        return made.params.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /**
     * Output shapes from input shapes.
     *
     * @throws ShapeProblem where they do not fit
     */
    public Map<OutPort, Shape> shapes(Shapes in) {
        return made.block ? parts(in).orElseThrow().shapes(this) : shape.shapes(in);
    }

    /**
     * What is inside a node of this type, where it is made of others; empty where it is not.
     *
     * @throws ShapeProblem where the shapes do not fit
     */
    public Optional<Parts> parts(Shapes in) {
        return Optional.ofNullable(made.parts).map(rule -> rule.parts(in));
    }

    /** This type where it finds others by their ids in a catalogue; most types find none and are the same everywhere. */
    NodeType in(Catalog catalog) {
        return made.binding == null ? this : made.binding.apply(catalog);
    }

    /** Whether nodes of this type can be opened. */
    public boolean opens() {
        return made.parts != null;
    }

    /** Whether nodes of this type are nothing but their parts: they are opened before anything is computed. */
    public boolean block() {
        return made.block;
    }

    /** Binds the forward rule; sources have none and give {@link #values} instead. */
    public Rule forward() {
        return forward;
    }

    /** The numbers of a source; empty for types that compute. */
    public Optional<Values> values() {
        return Optional.ofNullable(made.values);
    }

    public Optional<Vjp> vjp(InPort port) {
        return Optional.ofNullable(made.vjps.get(port));
    }

    /** What the vector-Jacobian rules of a node share, computed before them; empty for most. */
    public Optional<Rule> preparation() {
        return Optional.ofNullable(made.preparation);
    }

    /** The saved buffers that the preparation fills. */
    public List<String> prepared() {
        return List.copyOf(made.preparedNames);
    }

    /** How nodes of this type remember; empty for those that do not. */
    public Optional<State.Rule> state() {
        return Optional.ofNullable(made.state);
    }

    /** The saved buffers that hold what a node remembers. */
    public List<String> remembered() {
        return made.rememberedNames();
    }

    /** The settings that keep what training gathers in a node, each under the name of a remembered buffer. */
    public List<Param<Tensor>> gathered() {
        return List.copyOf(made.gathered);
    }

    /** Buffers that the forward rule fills for the derivative rules, or that hold a state, with their shapes. */
    public Map<String, Function<Shapes, Shape>> saved() {
        return Map.copyOf(made.saved);
    }

    /** Where the slope jumps; types without a kink have none. */
    public List<Kink> kinks() {
        return List.copyOf(made.kinks);
    }

    /** This type with one derivative rule replaced; tests break rules on purpose with it. */
    public NodeType with(InPort port, UnaryOperator<@Nullable Rule> change) {
        NodeTypeBuilder copy = made.copy();
        Vjp vjp = copy.vjps.get(port);
        if (vjp == null) {
            throw new IllegalArgumentException(id() + " has no derivative for " + port.name());
        }
        copy.vjps.put(
                port, new Vjp(port, vjp.formula(), change.apply(vjp.rule()), vjp.tangentFormula(), vjp.tangent()));
        return new NodeType(copy, shape, forward);
    }

    @Override
    public String toString() {
        return id();
    }

    /** Has another type called and explained as this one is. */
    void introduce(NodeTypeBuilder other) {
        other.label(made.label).category(made.category).help(made.help);
    }

    static Map<OutPort, Shape> only(Shape shape) {
        return Map.of(OutPort.OUT, shape);
    }

    static <T> List<T> copy(List<T> list) {
        return new ArrayList<>(list);
    }

    static <K, V> Map<K, V> copy(Map<K, V> map) {
        return new LinkedHashMap<>(map);
    }
}
