package chainrule.train;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.exec.Plans;
import chainrule.graph.Graph;
import chainrule.graph.Sketch;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** A training step allocates no memory for its nodes: neither on the heap nor as an array of ND4J, which is an object too. */
class AllocationTest {
    private static final int STEPS = 2000;
    /** What a step may allocate whatever the graph: the optimiser's rule, the growing history of losses. */
    private static final double MOST_BYTES_A_STEP = 256;

    @Test
    void aStepOfALongChainAllocatesNoMoreThanAStepOfAShortOne() throws TrainingProblem {
        for (String optimizer : OptimizerKind.ids()) {
            assertThat(bytesAStep(chain(10), optimizer)).as(optimizer).isLessThan(MOST_BYTES_A_STEP);
            assertThat(bytesAStep(chain(1000), optimizer)).as(optimizer).isLessThan(MOST_BYTES_A_STEP);
        }
    }

    @Test
    void aStepOfATensorNetworkAllocatesNothingForItsNodes() throws TrainingProblem {
        Sketch sketch = new Sketch().source("h0", "input", Tensor.filled(Shape.of(4, 8), 0.5));
        for (int i = 1; i <= 20; i++) {
            sketch.source("w" + i, "param", Tensor.filled(Shape.of(8, 8), 0.1))
                    .source("b" + i, "param", Tensor.filled(Shape.of(8), 0.1))
                    .node("z" + i, "linear", "h" + (i - 1), "w" + i, "b" + i)
                    .node("h" + i, i % 2 == 0 ? "relu" : "sigmoid", "z" + i);
        }
        Graph graph = sketch.source("t", "target", Tensor.filled(Shape.of(4, 8), 0.25))
                .node("loss", "mse", "h20", "t")
                .graph();
        assertThat(bytesAStep(graph, "adam")).isLessThan(MOST_BYTES_A_STEP);
    }

    @Test
    void imagesAndCellsAllocateNothingEither() throws TrainingProblem {
        Graph images = new Sketch()
                .source("x", "input", wave(Shape.of(4, 2, 8, 8)))
                .source("K", "param", wave(Shape.of(3, 2, 3, 3)))
                .source("c", "param", wave(Shape.of(3)))
                .node("conv", "conv2d", Settings.of(Param.integer("pad", 0, 0, 9), 1L), "x", "K", "c")
                .source("gamma", "param", wave(Shape.of(3)))
                .source("beta", "param", wave(Shape.of(3)))
                .node("norm", "batch_norm", "conv", "gamma", "beta")
                .node("relu", "relu", "norm")
                .node("pool", "max_pool2d", "relu")
                .node("all", "global_avg_pool", "pool")
                .source("W", "param", wave(Shape.of(9, 3)))
                .source("b", "param", wave(Shape.of(9)))
                .node("scores", "linear", "all", "W", "b")
                .source("class", "target", Tensor.vector(1, 0, 2, 8))
                .node("loss", "cross_entropy", "scores", "class")
                .graph();
        assertThat(bytesAStep(images, "sgd")).isLessThan(MOST_BYTES_A_STEP);
        assertThat(bytesAStep(cells(), "sgd")).isLessThan(MOST_BYTES_A_STEP);
    }

    /** Forty steps of a GRU of five units, batch 4. */
    private static Graph cells() {
        Sketch sketch = new Sketch()
                .source("x", "input", wave(Shape.of(4, 3)))
                .source("h", "input", wave(Shape.of(4, 5)))
                .source("Wx", "param", wave(Shape.of(15, 3)))
                .source("Wh", "param", wave(Shape.of(15, 5)))
                .source("bx", "param", wave(Shape.of(15)))
                .source("bh", "param", wave(Shape.of(15)));
        String h = "h";
        for (int t = 0; t < 40; t++) {
            sketch.node("cell" + t, "gru_cell", "x", h, "Wx", "Wh", "bx", "bh");
            h = "cell" + t + ".h";
        }
        return sketch.source("t", "target", wave(Shape.of(4, 5)))
                .node("loss", "mse", h, "t")
                .graph();
    }

    private static Tensor wave(Shape shape) {
        double[] numbers = new double[(int) shape.size()];
        java.util.Arrays.setAll(numbers, i -> Math.sin(i + 1));
        return Tensor.of(shape, numbers);
    }

    private static Graph chain(int length) {
        Sketch sketch = new Sketch().param("n0", 0.5);
        for (int i = 1; i <= length; i++) {
            sketch.node("n" + i, "tanh", "n" + (i - 1));
        }
        return sketch.graph();
    }

    /** Over many steps once the machine is warm; the history of losses has all its room from the start. */
    private static double bytesAStep(Graph graph, String optimizer) throws TrainingProblem {
        Training training = Training.of(optimizer, 0.01, 2 * STEPS);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        try (TrainingRun run = TrainingRun.of(Plans.of(graph, Precision.FLOAT), training)) {
            run.run(STEPS, (done, loss) -> true);
            long before = threads.getThreadAllocatedBytes(self);
            run.run(2 * STEPS, (done, loss) -> true);
            return (double) (threads.getThreadAllocatedBytes(self) - before) / STEPS;
        }
    }
}
