package chainrule.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.exec.ExecutionPlan;
import chainrule.exec.Plans;
import chainrule.exec.Workspace;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How an update is told: the parabola x² at 3, where the gradient is 6. */
class ParameterUpdateTest {
    private static final int DIGITS = 6;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sgd      | w ← w − η·w̄ | 3 − 0.1 · 6 = 2.4
                    momentum | v ← μ·v + w̄; w ← w − η·v | 0.9 · 0 + 6 = 6; 3 − 0.1 · 6 = 2.4
                    nesterov | v ← μ·v + w̄; d = w̄ + μ·v; w ← w − η·d | 0.9 · 0 + 6 = 6; 6 + 0.9 · 6 = 11.4; 3 − 0.1 · 11.4 = 1.86
                    rmsprop  | s ← α·s + (1 − α)·w̄²; w ← w − η·w̄/(√s + ε) | 0.99 · 0 + 0.01 · 6² = 0.36; 3 − 0.1 · 6/(√0.36 + 1e−8) = 2
                    adam     | m ← β₁·m + (1 − β₁)·w̄; v ← β₂·v + (1 − β₂)·w̄²; m̂ = m/(1 − β₁^t); v̂ = v/(1 − β₂^t); w ← w − η·m̂/(√v̂ + ε) | 0.9 · 0 + 0.1 · 6 = 0.6; 0.999 · 0 + 0.001 · 6² = 0.036; 0.6/(1 − 0.9^1) = 6; 0.036/(1 − 0.999^1) = 36; 3 − 0.1 · 6/(√36 + 1e−8) = 2.9
                    adamw    | w ← w − η·λ·w; m ← β₁·m + (1 − β₁)·w̄; v ← β₂·v + (1 − β₂)·w̄²; m̂ = m/(1 − β₁^t); v̂ = v/(1 − β₂^t); w ← w − η·m̂/(√v̂ + ε) | 3 − 0.1 · 0.01 · 3 = 2.997; 0.9 · 0 + 0.1 · 6 = 0.6; 0.999 · 0 + 0.001 · 6² = 0.036; 0.6/(1 − 0.9^1) = 6; 0.036/(1 − 0.999^1) = 36; 2.997 − 0.1 · 6/(√36 + 1e−8) = 2.897
                    """)
    void everyStageHasItsFormulaAndItsNumbers(String kind, String rules, String numbers) throws TrainingProblem {
        List<UpdateLine> lines = lines(Training.of(kind, 0.1, 1));
        assertThat(lines.stream().map(UpdateLine::rule)).containsExactly(rules.split("; "));
        assertThat(lines.stream().map(UpdateLine::numbers)).containsExactly(numbers.split("; "));
        assertThat(lines.get(lines.size() - 1).kind()).isEqualTo("move");
    }

    @Test
    void decayIsAStageOfItsOwn() throws TrainingProblem {
        for (String kind : List.of("sgd", "adam")) {
            Part decaying = Part.of(kind, Map.of("lr", 0.1, "weight_decay", 0.5));
            UpdateLine decay =
                    lines(Training.standard().withOptimizer(decaying)).get(0);
            assertThat(decay.kind()).isEqualTo("decay");
            assertThat(decay.rule()).isEqualTo("w̄ ← w̄ + λ·w");
            assertThat(decay.numbers()).isEqualTo("6 + 0.5 · 3 = 7.5");
        }
        Part decaying = Part.of("sgd", Map.of("lr", 0.1, "weight_decay", 0.5));
        assertThat(lines(Training.standard().withOptimizer(decaying)).get(1).numbers())
                .isEqualTo("3 − 0.1 · 7.5 = 2.25");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    max_norm   | 2 | w̄ ← w̄·c/(‖g‖ + ε), as ‖g‖ > c | 6 · 2/(6 + 1e−6) = 2
                    max_norm   | 9 | w̄ ← w̄·1, as ‖g‖ ≤ c             | 6 · 1 = 6
                    clip_value | 5 | w̄ ← min(c, max(−c, w̄))          | min(5, max(−5, 6)) = 5
                    """)
    void clippingIsAStageOfItsOwn(String setting, double bound, String rule, String numbers) throws TrainingProblem {
        List<UpdateLine> lines = lines(Training.standard().withClip(Part.of("", Map.of(setting, bound))));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).kind()).isEqualTo("clip");
        assertThat(lines.get(0).rule()).isEqualTo(rule);
        assertThat(lines.get(0).numbers()).isEqualTo(numbers);
    }

    /** Three steps of a parameter whose gradient is that of the reference: w·g has the gradient g. */
    @ParameterizedTest
    @MethodSource("chainrule.train.OptimizerTest#recorded")
    void theStateIsThatOfTheReference(JsonNode example) throws TrainingProblem {
        Training training = OptimizerTest.training(example);
        Graph graph = new Sketch()
                .param("w", example.get("inputs").get("w0").doubleValue())
                .source("g", "input", chainrule.tensor.Tensor.scalar(0))
                .node("y", "mul", "w", "g")
                .graph();
        ExecutionPlan plan = Plans.of(graph);
        try (Workspace workspace = new Workspace(plan)) {
            Updates updates = new Updates(UpdateRule.of(training), workspace, plan.trainable());
            for (JsonNode expected : example.get("expected").get("steps")) {
                workspace.load(
                        NodeId.of("g"),
                        chainrule.tensor.Tensor.scalar(expected.get("g").doubleValue()));
                workspace.run();
                ParameterUpdate update = updates.explainedStep().get(0);
                Map<String, String> symbols = Map.of("v", "v", "s", "s", "m", "m", "m̂", "mh", "v̂", "vh", "w", "w");
                for (UpdateLine line : update.lines(DIGITS)) {
                    String name = symbols.getOrDefault(line.symbol(), "");
                    if (expected.has(name) && !line.kind().equals("decay")) {
                        assertThat(line.value().item())
                                .as(line.name())
                                .isCloseTo(expected.get(name).doubleValue(), within(1e-12));
                    }
                }
            }
        }
    }

    @Test
    void eachElementOfATensorCanBeAsked() throws TrainingProblem {
        Graph graph = new Sketch()
                .param("w", 3, -1)
                .node("s", "square", "w")
                .node("y", "sum", "s")
                .graph();
        ParameterUpdate update = updates(graph, Training.of("momentum", 0.1, 1));
        assertThat(update.parameter()).isEqualTo(NodeId.of("w"));
        assertThat(update.lines(DIGITS).get(1).numbers()).isEqualTo("[2.4, −0.8]");
        assertThat(update.lines(1, DIGITS).get(1).numbers()).isEqualTo("−1 − 0.1 · (−2) = −0.8");
        assertThat(update.effectiveStep().toArray()).containsExactly(new double[] {-0.6, 0.2}, within(1e-15));
        assertThat(update.rate()).isEqualTo(0.1);
    }

    private static List<UpdateLine> lines(Training training) throws TrainingProblem {
        Graph graph = new Sketch().param("w", 3).node("y", "square", "w").graph();
        return updates(graph, training).lines(DIGITS);
    }

    private static ParameterUpdate updates(Graph graph, Training training) throws TrainingProblem {
        try (TrainingRun run = TrainingRun.of(Plans.of(graph), training)) {
            return run.observe().updates().get(0);
        }
    }
}
