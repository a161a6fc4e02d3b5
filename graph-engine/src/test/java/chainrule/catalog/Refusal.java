package chainrule.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chainrule.exec.RunProblem;
import chainrule.op.InPort;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.op.ShapeProblem;
import chainrule.op.Shapes;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shapes that a type refuses, the slot that it blames (null: the node) and what it says. */
record Refusal(String type, Settings settings, Shape[] shapes, String slot, String sentence) {
    static final Shape NUMBER = Shape.scalar();

    static Refusal of(String type, String slot, String sentence, Shape... shapes) {
        return of(type, Settings.none(), slot, sentence, shapes);
    }

    static Refusal of(String type, Settings settings, String slot, String sentence, Shape... shapes) {
        return new Refusal(type, settings, shapes, slot, sentence);
    }

    static Settings number(String name, double value) {
        return Settings.none().with(name, new Literal.Number(value));
    }

    static Settings list(String name, double... values) {
        return Settings.none().with(name, new Literal.Numbers(Tensor.vector(values)));
    }

    static Settings mask(Shape shape, double... rows) {
        return Settings.none().with("mask", new Literal.Numbers(Tensor.of(shape, rows)));
    }

    static Shape s(int... dims) {
        return Shape.of(dims);
    }

    /** What a type says of numbers that reach it when it runs. */
    static String whenRun(String id, Map<String, Tensor> inputs) {
        NodeType type = StandardCatalog.create().get(id);
        try (Trial trial = new Trial(type, Settings.none(), inputs, Precision.DOUBLE)) {
            return catchThrowableOfType(RunProblem.class, trial::forward)
                    .problem()
                    .line();
        }
    }

    void assertRefused() {
        NodeType refusing = StandardCatalog.create().get(type);
        Shapes given = new Shapes(bySlot(refusing), settings);
        ShapeProblem problem = catchThrowableOfType(ShapeProblem.class, () -> refusing.shapes(given));
        assertThat(problem.sentence()).isEqualTo(sentence);
        assertThat(problem.slot()).isEqualTo(slot);
    }

    private Map<String, Shape> bySlot(NodeType refusing) {
        Map<String, Shape> result = new LinkedHashMap<>();
        InPort first = refusing.inputs().get(0);
        for (int i = 0; i < shapes.length; i++) {
            result.put(
                    first.variadic() ? first.slot(i) : refusing.inputs().get(i).name(), shapes[i]);
        }
        return result;
    }

    @Override
    public String toString() {
        return type + ": " + sentence;
    }
}
