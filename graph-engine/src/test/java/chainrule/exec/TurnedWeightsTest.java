package chainrule.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.graph.Source;
import chainrule.kernel.Buffer;
import chainrule.kernel.Gemm;
import chainrule.kernel.Kernel;
import chainrule.kernel.Matrix;
import chainrule.kernel.Memory;
import chainrule.kernel.Turning;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Weights that are read across by many small products are turned around once; the numbers stay. */
class TurnedWeightsTest {
    private static final int BATCH = 70;

    @Test
    void whatTwoLayersShareIsTurnedOnce() {
        for (Precision precision : Precision.values()) {
            ExecutionPlan plan = Plans.of(twice(), precision);
            try (FastPass fast = FastPass.of(plan, plan.trainable());
                    Workspace observed = new Workspace(plan)) {
                for (int i = 0; i < 2; i++) {
                    fast.run();
                    observed.run();
                    fast.runForward();
                    compare(plan, fast, observed);
                    Tensor other = wave(Shape.of(6, 6)).map(v -> 2 * v);
                    fast.load(NodeId.of("w"), other);
                    observed.load(NodeId.of("w"), other);
                }
            }
        }
    }

    @Test
    void onlyWhatIsUsedBySoManyRowsAndStaysTheSame() {
        try (Memory memory = new Memory(Precision.FLOAT, 1 << 20)) {
            Buffer w = memory.allocate(Shape.of(6, 6));
            Buffer x = memory.allocate(Shape.of(BATCH, 6));
            Matrix across = Matrix.of(w, 6, 6).transpose();
            Matrix rows = Matrix.of(x, BATCH, 6);
            Kernel product = Gemm.of(rows, across, rows);
            Stage stage = Stage.of(new Step.Forward(NodeId.of("z")), product);
            List<Stage> twice = TurnedWeights.of(List.of(stage, stage), memory::allocate, m -> true);
            assertThat(twice.get(0).kernel().parts()).hasAtLeastOneElementOfType(Turning.class);
            assertThat(twice.get(1).kernel().parts()).hasSize(1);
            assertThat(twice.get(1).kernel()).isNotSameAs(product);
            List<Stage> once = TurnedWeights.of(List.of(stage), memory::allocate, m -> true);
            assertThat(once.get(0).kernel()).isSameAs(product);
            List<Stage> moving = TurnedWeights.of(List.of(stage, stage), memory::allocate, m -> false);
            assertThat(moving.get(1).kernel()).isSameAs(product);
        }
    }

    private static void compare(ExecutionPlan plan, FastPass fast, Workspace observed) {
        double tolerance = plan.precision() == Precision.DOUBLE ? 1e-12 : 1e-4;
        for (Source source : plan.shapes().keySet()) {
            Tensor expected = observed.value(source);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(fast.value(source).at(i)).as("%s", source).isCloseTo(expected.at(i), within(tolerance));
            }
        }
    }

    private static Graph twice() {
        return new Sketch()
                .source("x", "input", wave(Shape.of(BATCH, 6)))
                .source("w", "param", wave(Shape.of(6, 6)))
                .node("y", "linear", "x", "w")
                .node("z", "linear", "y", "w")
                .node("loss", "mean", "z")
                .graph();
    }

    private static Tensor wave(Shape shape) {
        double[] numbers = new double[(int) shape.size()];
        java.util.Arrays.setAll(numbers, i -> Math.sin(i + 1));
        return Tensor.of(shape, numbers);
    }
}
