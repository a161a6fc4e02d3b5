package chainrule.op;

import chainrule.language.Phrases;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a shape rule sees: the shapes that reach a node, its settings, and how to refuse them. */
public final class Shapes {
    private static final Phrases WORDS = Phrases.of(Shapes.class);

    private final Map<String, Shape> inputs;
    private final Settings settings;

    /**
     * @param inputs by slot name; only the connected ones
     */
    public Shapes(Map<String, Shape> inputs, Settings settings) {
        this.inputs = Map.copyOf(inputs);
        this.settings = settings;
    }

    /** The shape at a required port. */
    public Shape of(InPort port) {
        return of(port, 0);
    }

    /** The shape at one input of a variadic port. */
    public Shape of(InPort port, int index) {
        Shape shape = inputs.get(port.slot(index));
        if (shape == null) {
            throw new IllegalStateException("port " + port.slot(index) + " is not connected");
        }
        return shape;
    }

    /** The shapes at all inputs of a variadic port, in order. */
    public List<Shape> all(InPort port) {
        List<Shape> result = new ArrayList<>();
        for (int i = 0; inputs.containsKey(port.slot(i)); i++) {
            result.add(of(port, i));
        }
        return result;
    }

    public boolean has(InPort port) {
        return inputs.containsKey(port.slot(0));
    }

    public <T> T get(Param<T> param) {
        return settings.get(param);
    }

    public Settings settings() {
        return settings;
    }

    /** The shape that two inputs broadcast to. */
    public Shape broadcast(InPort a, InPort b) {
        Shape first = of(a);
        Shape second = of(b);
        if (!first.broadcastsWith(second)) {
            throw refusal(b, WORDS.text("shapes.fromLastAxisOnLengths", a.name(), first, b.name(), second));
        }
        return first.broadcast(second);
    }

    /** The shape of two inputs that should be alike. */
    public Shape same(InPort a, InPort b) {
        Shape first = of(a);
        Shape second = of(b);
        if (!first.equals(second)) {
            throw refusal(b, WORDS.text("shapes.theyHaveSameShape", a.name(), first, b.name(), second));
        }
        return first;
    }

    /** An axis of a shape from a number that may count from the end. */
    public int axis(Shape shape, int axis) {
        if (axis < -shape.rank() || axis >= shape.rank()) {
            throw refusal(
                    shape.isScalar()
                            ? WORDS.text("shapes.axisNumberNumberNoAxes", axis)
                            : WORDS.text("shapes.axisFrom", axis, shape, -shape.rank(), shape.rank() - 1));
        }
        return axis < 0 ? axis + shape.rank() : axis;
    }

    /** Several axes, sorted, each once; none given means all. */
    public List<Integer> axes(Shape shape, List<Integer> axes) {
        return axes.isEmpty()
                ? java.util.stream.IntStream.range(0, shape.rank()).boxed().toList()
                : axes.stream().map(a -> axis(shape, a)).distinct().sorted().toList();
    }

    /** To throw where the node as a whole is at fault. */
    public ShapeProblem refusal(String sentence) {
        return new ShapeProblem(null, sentence);
    }

    /** To throw where one input is at fault. */
    public ShapeProblem refusal(InPort port, String sentence) {
        return new ShapeProblem(port.slot(0), sentence);
    }

    /** To throw where one input of a variadic port is at fault. */
    public ShapeProblem refusal(InPort port, int index, String sentence) {
        return new ShapeProblem(port.slot(index), sentence);
    }
}
