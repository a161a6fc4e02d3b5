package chainrule.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chainrule.exec.ExecutionPlan;
import chainrule.exec.Plans;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clipping, by the numbers of {@code r6.clip}: the gradients are 3, −4 and 12. */
class ClipTest {
    private static final double[] GRADIENT = {3, -4, 12};

    @Test
    void byNormKeepsTheDirection() throws TrainingProblem {
        assertMoves(Map.of("max_norm", 1.0), 0.23076921301775286, -0.3076922840236705, 0.9230768520710114);
    }

    @Test
    void byNormLeavesShortGradientsAlone() throws TrainingProblem {
        assertMoves(Map.of("max_norm", 13.0), GRADIENT);
    }

    @Test
    void byValueHoldsEachElement() throws TrainingProblem {
        assertMoves(Map.of("clip_value", 1.0), 1, -1, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    max_norm, clip_value | The clipping has both max_norm and clip_value: it should have one of them.
                    ''                   | The clipping has neither max_norm nor clip_value: it should have one of them.
                    norm                 | The clipping has no setting norm: it has max_norm, clip_value.
                    """)
    void refusesInOneSentence(String names, String sentence) {
        Part part = Part.of("");
        for (String name : names.isEmpty() ? new String[0] : names.split(", ", -1)) {
            part = part.with(name, 1);
        }
        Part clip = part;
        assertThatThrownBy(() -> Clip.of(clip)).hasMessage(sentence);
    }

    @Test
    void refusesABoundBelowZeroAndAKind() {
        assertThatThrownBy(() -> Clip.of(Part.of("", Map.of("max_norm", -1.0))))
                .hasMessage("Setting max_norm of the clipping is -1: it should be at least 0.");
        assertThatThrownBy(() -> Clip.of(Part.of("norm")))
                .hasMessage("The clipping has a type, “norm”: it should have max_norm or clip_value only.");
    }

    /** One plain step at rate 1 from 0 moves by minus the gradient; half of it is in a second parameter. */
    private static void assertMoves(Map<String, Double> clip, double... gradient) throws TrainingProblem {
        ExecutionPlan plan = Plans.of(new Sketch()
                .param("v", 0, 0)
                .param("w", 0)
                .param("c", 3, -4)
                .param("d", 12)
                .node("a", "dot", "v", "c")
                .node("b", "mul", "w", "d")
                .node("L", "add", "a", "b")
                .graph());
        Training training = Training.of("sgd", 1, 1)
                .withClip(Part.of("", clip))
                .withOnly(java.util.List.of(NodeId.of("v"), NodeId.of("w")));
        try (TrainingRun run = TrainingRun.of(plan, training)) {
            run.step();
            double[] v = run.parameters().get(NodeId.of("v")).toArray();
            double w = run.parameters().get(NodeId.of("w")).item();
            assertThat(new double[] {-v[0], -v[1], -w}).containsExactly(gradient, within(1e-15));
        }
    }
}
