package chainrule.op;

import chainrule.kernel.Kernel;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Describes a {@link NodeType} step by step; the order of the calls does not matter, but for derivative rules. */
public final class NodeTypeBuilder {
    final String id;
    Supplier<String> label;
    Category category = Category.ARITHMETIC;
    final List<InPort> inputs = new ArrayList<>();
    List<OutPort> outputs = List.of(OutPort.OUT);
    final List<Param<?>> params = new ArrayList<>();
    final Map<InPort, Vjp> vjps = new LinkedHashMap<>();
    final Map<String, Function<Shapes, Shape>> saved = new LinkedHashMap<>();
    final List<Example> examples = new ArrayList<>();
    final List<Kink> kinks = new ArrayList<>();
    Supplier<Help> help = () -> Help.of("");
    String formula = "";
    String latex = "";
    String pytorch = "";
    boolean trainable;
    Presence presence = Presence.ACTIVE;
    boolean block;
    Parts.@Nullable Rule parts;

    @Nullable
    Function<Catalog, NodeType> binding;

    final List<String> remembered = new ArrayList<>();
    final List<Param<Tensor>> gathered = new ArrayList<>();
    final List<String> preparedNames = new ArrayList<>();

    @Nullable
    Rule preparation;

    State.@Nullable Rule state;
    NodeType.@Nullable Values values;
    NodeType.Wording wording = (text, settings, first) -> text;
    private NodeType.@Nullable ShapeRule shape;
    private @Nullable Rule forward;

    NodeTypeBuilder(String id) {
        this.id = id;
        this.label = () -> id;
    }

    public NodeTypeBuilder label(String text) {
        return label(() -> text);
    }

    /** What it is called in the language of the moment. */
    public NodeTypeBuilder label(Supplier<String> text) {
        label = text;
        return this;
    }

    public NodeTypeBuilder category(Category shelf) {
        category = shelf;
        return this;
    }

    /** Calls and explains the type, in every language, as one that has the same id. */
    public NodeTypeBuilder like(NodeType other) {
        other.introduce(this);
        return this;
    }

    public NodeTypeBuilder inputs(InPort... ports) {
        inputs.addAll(Arrays.asList(ports));
        return this;
    }

    /** Outputs other than the single {@code out}. */
    public NodeTypeBuilder outputs(OutPort... ports) {
        outputs = List.of(ports);
        return this;
    }

    public NodeTypeBuilder params(Param<?>... settings) {
        params.addAll(Arrays.asList(settings));
        return this;
    }

    /** The shape of the single output. */
    public NodeTypeBuilder shape(Function<Shapes, Shape> rule) {
        shape = in -> NodeType.only(rule.apply(in));
        return this;
    }

    /** The shapes of several outputs. */
    public NodeTypeBuilder shapes(NodeType.ShapeRule rule) {
        shape = rule;
        return this;
    }

    /** The forward rule beside its formula. */
    public NodeTypeBuilder forward(String text, Rule rule) {
        formula = text;
        forward = rule;
        return this;
    }

    /** The numbers of a source, in place of a forward rule; the shapes follow from them. */
    public NodeTypeBuilder values(String text, NodeType.Values rule) {
        formula = text;
        values = rule;
        forward = k -> Kernel.nothing();
        return this;
    }

    /** What nodes of this type are made of; opened, they compute the same from these parts. */
    public NodeTypeBuilder opened(Parts.Rule rule) {
        parts = rule;
        return this;
    }

    /** Makes the type nothing but its parts, with a formula that says what they compute; shapes follow from them. */
    public NodeTypeBuilder block(String text, Parts.Rule rule) {
        formula = text;
        parts = rule;
        block = true;
        forward = k -> {
            throw new IllegalStateException(id + " is opened before it is computed");
        };
        return this;
    }

    /** How the type is made for a catalogue in which it finds others by their ids. */
    public NodeTypeBuilder in(Function<Catalog, NodeType> rule) {
        binding = rule;
        return this;
    }

    /** How the formulas change with the settings. */
    public NodeTypeBuilder wording(NodeType.Wording rule) {
        wording = rule;
        return this;
    }

    /** The forward formula for typesetting. */
    public NodeTypeBuilder latex(String tex) {
        latex = tex;
        return this;
    }

    /** A buffer that the forward rule fills for derivative rules, or that holds what a node remembers. */
    public NodeTypeBuilder saved(String name, Function<Shapes, Shape> rule) {
        saved.put(name, rule);
        return this;
    }

    /**
     * What the vector-Jacobian rules of a node share: run before them in each backward pass, it fills saved buffers of
     * these names from the gradients of the outputs.
     */
    public NodeTypeBuilder prepared(Rule rule, String... names) {
        preparation = rule;
        preparedNames.addAll(Arrays.asList(names));
        return this;
    }

    /** What a node remembers from pass to pass, in saved buffers of these names. */
    public NodeTypeBuilder state(State.Rule rule, String... names) {
        state = rule;
        remembered.addAll(Arrays.asList(names));
        return this;
    }

    /**
     * What a node remembers and training gathers, in saved buffers of the names of these settings: they say how it
     * begins, and hold it when the weights are kept.
     */
    @SafeVarargs
    public final NodeTypeBuilder gathers(Param<Tensor>... settings) {
        gathered.addAll(Arrays.asList(settings));
        return this;
    }

    /**
     * The vector-Jacobian rule of one input. It also serves as the Jacobian-vector rule, as element-wise rules can,
     * unless {@link #jvp} gives another.
     */
    public NodeTypeBuilder vjp(InPort port, String text, Rule rule) {
        vjps.put(port, new Vjp(port, text, rule, tangentText(port, text), rule));
        return this;
    }

    /** The Jacobian-vector rule of one input; call it after {@link #vjp}. */
    public NodeTypeBuilder jvp(InPort port, String text, Rule rule) {
        Vjp reverse = vjps.get(port);
        if (reverse == null) {
            throw new IllegalStateException("the vjp of " + port.name() + " comes first");
        }
        vjps.put(port, new Vjp(port, reverse.formula(), reverse.rule(), text, rule));
        return this;
    }

    /** An input that no gradient passes, and why. */
    public NodeTypeBuilder blocked(InPort port, String why) {
        vjps.put(port, new Vjp(port, why, null, why, null));
        return this;
    }

    /** Where the slope jumps, so that a gradient check there says so instead of failing. */
    public NodeTypeBuilder kink(Kink kink) {
        kinks.add(kink);
        return this;
    }

    public NodeTypeBuilder help(Help text) {
        return help(() -> text);
    }

    /** Help that is put together when it is read, in the language of that moment. */
    public NodeTypeBuilder help(Supplier<Help> text) {
        help = text;
        return this;
    }

    /** The PyTorch expression, with {@code {port}} and {@code {setting}} to fill in. */
    public NodeTypeBuilder pytorch(String expression) {
        pytorch = expression;
        return this;
    }

    /** An optimiser updates nodes of this type. */
    public NodeTypeBuilder updatedByOptimizers() {
        trainable = true;
        return this;
    }

    /** Shapes, one for each plain input in order, at which to try the type with numbers from −2 to 2. */
    public NodeTypeBuilder example(Shape... shapes) {
        return example(Settings.none(), -2, 2, shapes);
    }

    /** The same with settings. */
    public NodeTypeBuilder example(Settings settings, Shape... shapes) {
        return example(settings, -2, 2, shapes);
    }

    /** The same with numbers from {@code low} to {@code high}; a variadic last port takes all shapes that are left. */
    public NodeTypeBuilder example(Settings settings, double low, double high, Shape... shapes) {
        Map<String, Shape> bySlot = new LinkedHashMap<>();
        int given = 0;
        for (InPort port : inputs) {
            int left = shapes.length - given;
            int count = port.variadic() ? left : Math.min(1, left);
            for (int i = 0; i < count; i++) {
                bySlot.put(port.slot(i), shapes[given++]);
            }
        }
        examples.add(new Example(bySlot, settings, low, high));
        return this;
    }

    /**
     * The finished type.
     *
     * @throws IllegalStateException where a rule is missing
     */
    public NodeType build() {
        if (forward == null || (shape == null && values == null && !block)) {
            throw new IllegalStateException(id + " needs a forward rule and a shape rule");
        }
        for (InPort port : inputs) {
            if (!block && !port.integer() && !vjps.containsKey(port)) {
                throw new IllegalStateException(id + " needs a derivative rule for " + port.name());
            }
        }
        for (String name : rememberedNames()) {
            if (state == null || !saved.containsKey(name)) {
                throw new IllegalStateException(
                        id + " remembers " + name + " and needs a state rule and a buffer for it");
            }
        }
        NodeType.ShapeRule rule = shape != null ? shape : in -> valueShapes(in.settings());
        return new NodeType(copy(), rule, forward);
    }

    /** Leaves out all that is there to compute with, but for ports and settings. */
    void clearComputation() {
        trainable = false;
        block = false;
        parts = null;
        saved.clear();
        kinks.clear();
        remembered.clear();
        gathered.clear();
        preparedNames.clear();
        preparation = null;
        state = null;
    }

    List<String> rememberedNames() {
        List<String> names = new ArrayList<>(remembered);
        gathered.forEach(setting -> names.add(setting.name()));
        return List.copyOf(names);
    }

    private Map<OutPort, Shape> valueShapes(Settings settings) {
        Map<OutPort, Shape> result = new LinkedHashMap<>();
        if (values != null) {
            values.of(settings).forEach((port, tensor) -> result.put(port, tensor.shape()));
        }
        return result;
    }

    NodeTypeBuilder copy() {
        NodeTypeBuilder copy = new NodeTypeBuilder(id);
        copy.label = label;
        copy.category = category;
        copy.inputs.addAll(inputs);
        copy.outputs = outputs;
        copy.params.addAll(params);
        copy.vjps.putAll(vjps);
        copy.saved.putAll(saved);
        copy.examples.addAll(examples);
        copy.kinks.addAll(kinks);
        copy.help = help;
        copy.formula = formula;
        copy.latex = latex;
        copy.pytorch = pytorch;
        copy.trainable = trainable;
        copy.presence = presence;
        copy.block = block;
        copy.parts = parts;
        copy.binding = binding;
        copy.remembered.addAll(remembered);
        copy.gathered.addAll(gathered);
        copy.preparedNames.addAll(preparedNames);
        copy.preparation = preparation;
        copy.state = state;
        copy.values = values;
        copy.wording = wording;
        copy.shape = shape;
        copy.forward = forward;
        return copy;
    }

    /** x̄ = ȳ·(1 − y²) becomes ẏ = ẋ·(1 − y²). */
    private static String tangentText(InPort port, String text) {
        String bar = Formula.bar(port.name());
        return text.replace(Formula.bar("y"), "\u0000")
                .replace(bar, Formula.dot("y"))
                .replace("\u0000", Formula.dot(port.name()));
    }
}
