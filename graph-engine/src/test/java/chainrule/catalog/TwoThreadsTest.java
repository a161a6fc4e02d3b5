package chainrule.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.FastPass;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.kernel.Team;
import chainrule.op.Literal;
import chainrule.op.Settings;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nodes at sizes where threads share the work, against plain loops and against one thread. Races show only there,
 * so the build runs this class in a virtual machine of its own, with two threads.
 */
@Tag("two-threads")
class TwoThreadsTest {
    private static final long SEED = 7;

    /** A node at a size, and its definition. */
    record Large(String type, Settings settings, Map<String, Shape> shapes, PlainLoops.Node reference) {
        /** Random inputs, rounded to what the precision holds. */
        Map<String, Tensor> inputs(Precision precision) {
            Random random = new Random(SEED);
            Map<String, Tensor> inputs = new LinkedHashMap<>();
            shapes.forEach((slot, shape) -> {
                double range = slot.startsWith("W") ? 0.1 : 1;
                Tensor drawn = Trial.uniform(shape, -range, range, random);
                inputs.put(
                        slot,
                        slot.equals("index") ? drawn.map(v -> Math.floor((v + 1) * 20)) : rounded(drawn, precision));
            });
            return inputs;
        }

        @Override
        public String toString() {
            return type;
        }
    }

    static Stream<Large> nodes() {
        Shape sequence = Shape.of(8, 128, 64);
        return Stream.of(
                new Large(
                        "conv2d",
                        Settings.none().with("pad", new Literal.Number(1)),
                        shapes("x", Shape.of(8, 8, 64, 64), "W", Shape.of(16, 8, 3, 3), "b", Shape.of(16)),
                        PlainLoops::conv2d),
                new Large("max_pool2d", Settings.none(), shapes("x", Shape.of(8, 16, 64, 64)), PlainLoops::maxPool2d),
                new Large(
                        "embedding",
                        Settings.none(),
                        shapes("table", Shape.of(40, 64), "index", Shape.of(64, 128)),
                        PlainLoops::embedding),
                new Large("lstm_cell", Settings.none(), cell(64, 128, 256), PlainLoops::lstmCell),
                new Large(
                        "attention",
                        Settings.none(),
                        shapes("Q", sequence, "K", sequence, "V", sequence),
                        PlainLoops::attention));
    }

    @BeforeAll
    static void twoThreads() {
        assertThat(System.getenv("OMP_NUM_THREADS")).isEqualTo("2");
        assertThat(System.getProperty(Team.PROPERTY)).isEqualTo("2");
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void agreesWithPlainLoopsInDouble(Large node) {
        assertAgrees(node, Precision.DOUBLE, 1e-12);
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void agreesWithPlainLoopsInFloat(Large node) {
        assertAgrees(node, Precision.FLOAT, 1e-5);
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void givesTheSameBitsEachTime(Large node) {
        try (Trial trial = trial(node, Precision.DOUBLE)) {
            Tensor cotangent = trial.cotangent(SEED);
            Map<String, Tensor> first = trial.backward(cotangent);
            for (int pass = 0; pass < 3; pass++) {
                assertThat(trial.backward(cotangent)).isEqualTo(first);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void trainsByTheSameGradients(Large node) {
        try (Trial trial = trial(node, Precision.DOUBLE)) {
            Tensor cotangent = trial.cotangent(SEED + 2);
            PlainLoops.Result plain = node.reference().computed(trial.inputs(), cotangent.toArray());
            Compilation compilation = ExecutionPlan.compile(trial.weighed(cotangent), Precision.DOUBLE, 1L << 30);
            ExecutionPlan plan = ((Compilation.Compiled) compilation).plan();
            try (FastPass fast = FastPass.of(plan, plan.trainable())) {
                fast.run();
                plain.gradients()
                        .forEach((slot, expected) -> assertClose(
                                slot,
                                fast.gradient(Source.of(NodeId.of("at_" + slot)))
                                        .orElseThrow()
                                        .toArray(),
                                expected,
                                1e-12));
            }
        }
    }

    static Stream<Large> shared() {
        Settings strided = Settings.none().with("stride", new Literal.Number(2));
        Shape images = Shape.of(8, 8, 32, 32);
        return Stream.of(
                large("conv2d", strided, "x", images, "W", Shape.of(16, 8, 3, 3), "b", Shape.of(16)),
                large("avg_pool2d", Settings.none(), "x", images),
                large("batch_norm", Settings.none(), "x", images, "gamma", Shape.of(8), "beta", Shape.of(8)),
                large("softmax", Settings.none(), "x", Shape.of(256, 100)),
                large("tanh", Settings.none(), "x", Shape.of(300, 300)),
                large("mul", Settings.none(), "a", Shape.of(300, 300), "b", Shape.of(300)),
                large("matmul", Settings.none(), "a", Shape.of(16, 48, 64), "b", Shape.of(16, 64, 32)),
                large("matmul", Settings.none(), "a", Shape.of(70, 300), "b", Shape.of(300, 130)));
    }

    @ParameterizedTest
    @MethodSource("shared")
    void twoThreadsGiveWhatOneDoes(Large node) {
        for (Precision precision : Precision.values()) {
            double tolerance = precision == Precision.DOUBLE ? 1e-12 : 1e-5;
            try (Trial two = trial(node, precision)) {
                Tensor cotangent = rounded(two.cotangent(SEED), precision);
                System.setProperty(Team.PROPERTY, "1");
                try (Trial one = trial(node, precision)) {
                    assertClose("value", two.forward().toArray(), one.forward().toArray(), tolerance);
                    Map<String, Tensor> expected = one.backward(cotangent);
                    two.backward(cotangent)
                            .forEach((slot, gradient) -> assertClose(
                                    slot, gradient.toArray(), expected.get(slot).toArray(), tolerance));
                } finally {
                    System.setProperty(Team.PROPERTY, "2");
                }
            }
        }
    }

    private static Large large(String type, Settings settings, Object... slots) {
        return new Large(type, settings, shapes(slots), (inputs, cotangent) -> {
            throw new AssertionError("compared with one thread");
        });
    }

    private static void assertAgrees(Large node, Precision precision, double tolerance) {
        try (Trial trial = trial(node, precision)) {
            Tensor cotangent = rounded(trial.cotangent(SEED + 1), precision);
            Map<String, Tensor> gradients = trial.backward(cotangent);
            PlainLoops.Result plain = node.reference().computed(trial.inputs(), cotangent.toArray());
            assertClose("value", trial.forward().toArray(), plain.value(), tolerance);
            assertThat(gradients.keySet()).isEqualTo(plain.gradients().keySet());
            plain.gradients()
                    .forEach((slot, expected) ->
                            assertClose(slot, gradients.get(slot).toArray(), expected, tolerance));
        }
    }

    /** Sums of thousands of terms cancel, so an error is measured against the largest element. */
    private static void assertClose(String what, double[] actual, double[] expected, double tolerance) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        double largest = 1;
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            double error = Math.abs(actual[i] - expected[i]);
            worst = error <= worst ? worst : error;
        }
        assertThat(worst / largest).as(what).isLessThan(tolerance);
    }

    private static Trial trial(Large node, Precision precision) {
        return new Trial(StandardCatalog.create().get(node.type()), node.settings(), node.inputs(precision), precision);
    }

    private static Tensor rounded(Tensor numbers, Precision precision) {
        return precision == Precision.FLOAT ? numbers.map(v -> (float) v) : numbers;
    }

    private static Map<String, Shape> cell(int batch, int width, int hidden) {
        Map<String, Shape> shapes =
                shapes("x", Shape.of(batch, width), "h", Shape.of(batch, hidden), "c", Shape.of(batch, hidden));
        shapes.putAll(shapes(
                "Wx", Shape.of(4 * hidden, width), "Wh", Shape.of(4 * hidden, hidden), "b", Shape.of(4 * hidden)));
        return shapes;
    }

    private static Map<String, Shape> shapes(Object... slots) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (int i = 0; i < slots.length; i += 2) {
            shapes.put((String) slots[i], (Shape) slots[i + 1]);
        }
        return shapes;
    }
}
