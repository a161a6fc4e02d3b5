package chainrule.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.exec.ExecutionPlan;
import chainrule.exec.Plans;
import chainrule.exec.Workspace;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.graph.Source;
import chainrule.op.Literal;
import chainrule.op.Settings;
import chainrule.tensor.Tensor;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Training moves on what nodes remember, once a step. */
class RememberingRunTest {
    private static final NodeId X = NodeId.of("x");
    private static final NodeId Y = NodeId.of("y");

    @Test
    void eachStepDrawsTheNextMaskOfOneGenerator() throws Exception {
        Graph graph = new Sketch()
                .param("x", 1, 2, 3, 4)
                .node("y", "dropout", Settings.none().with("seed", new Literal.Number(5)), "x")
                .node("L", "sum", "y")
                .graph();
        double[] x = {1, 2, 3, 4};
        Random random = new Random(5);
        try (TrainingRun run = TrainingRun.of(Plans.of(graph), sgd())) {
            for (int step = 0; step < 5; step++) {
                double expected = 0;
                for (int i = 0; i < x.length; i++) {
                    double factor = random.nextDouble() >= 0.5 ? 2 : 0;
                    expected += factor * x[i];
                    x[i] -= 0.1 * factor;
                }
                assertThat(run.step()).isCloseTo(expected, within(1e-12));
                run.metrics();
            }
            assertThat(run.gathered()).isEmpty();
        }
    }

    @Test
    void runningStatisticsFollowTheirFormula() throws Exception {
        ExecutionPlan plan = Plans.of(normalised(Settings.none()));
        double mean = 0;
        double variance = 1;
        try (TrainingRun run = TrainingRun.of(plan, sgd())) {
            for (int step = 0; step < 6; step++) {
                double[] x = run.parameters().get(X).toArray();
                double average = (x[0] + x[1] + x[2]) / 3;
                double squares = 0;
                for (double v : x) {
                    squares += (v - average) * (v - average);
                }
                mean = 0.9 * mean + 0.1 * average;
                variance = 0.9 * variance + 0.1 * squares / 2;
                run.step();
                run.metrics();
            }
            Settings gathered = run.gathered().get(Y);
            assertThat(numbers(gathered, "running_mean").item()).isCloseTo(mean, within(1e-12));
            assertThat(numbers(gathered, "running_var").item()).isCloseTo(variance, within(1e-12));
        }
    }

    @Test
    void whatTrainingGatheredIsKeptForUse() throws Exception {
        Graph graph = normalised(Settings.none().with("eps", new Literal.Number(0)));
        try (TrainingRun run = TrainingRun.of(Plans.of(graph), sgd())) {
            run.step();
            Graph kept = Weights.gathered(Weights.kept(graph, run.parameters()), run.gathered());
            Settings settings = kept.node(Y).settings();
            double mean = numbers(settings, "running_mean").item();
            double variance = numbers(settings, "running_var").item();
            assertThat(settings.literals()).containsKeys("eps", "running_mean", "running_var");
            Graph used = kept.with(kept.node(Y).with(settings.with("mode", new Literal.Text("eval"))));
            try (Workspace workspace = new Workspace(Plans.of(used))) {
                workspace.runForward();
                double x = workspace.value(Source.of(X)).at(0);
                double gamma = workspace.value(Source.of(NodeId.of("gamma"))).item();
                double beta = workspace.value(Source.of(NodeId.of("beta"))).item();
                assertThat(workspace.value(Source.of(Y)).at(0))
                        .isCloseTo(gamma * (x - mean) / Math.sqrt(variance) + beta, within(1e-12));
            }
        }
    }

    private static Tensor numbers(Settings settings, String name) {
        return ((Literal.Numbers) settings.literals().get(name)).value();
    }

    private static Graph normalised(Settings settings) {
        return new Sketch()
                .param("x", 1, 2, 6)
                .source("gamma", "param", Tensor.vector(2))
                .source("beta", "param", Tensor.vector(0.5))
                .node("y", "batch_norm", settings, "x", "gamma", "beta")
                .node("s", "square", "y")
                .source("c", "constant", Tensor.vector(1, -1, 0.5))
                .node("m", "mul", "s", "c")
                .node("L", "sum", "m")
                .graph();
    }

    private static Training sgd() {
        return Training.of("sgd", 0.1, 10);
    }
}
