package chainrule.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.exec.Plans;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.op.Literal;
import chainrule.op.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Whole trainings against those of the reference: the race in the valley (x² + 25y²)/2, and a parabola at six rates. */
class RecordedRunsTest {
    private static final double TOLERANCE = 1e-9;

    @Test
    void theRaceInTheValley() throws Exception {
        for (Map.Entry<String, JsonNode> run : expected("b3.valley-race").properties()) {
            String[] words = run.getKey().split(" lr=", -1);
            Training training = Training.of(words[0], Double.parseDouble(words[1]), 50);
            try (TrainingRun race = TrainingRun.of(Plans.of(valley()), training)) {
                race.run(50, (done, loss) -> true);
                run.getValue().get("f_at").properties().forEach(point -> {
                    int at = Integer.parseInt(point.getKey());
                    double loss = at < 50 ? race.losses()[at] : race.metrics().loss();
                    assertNear(run.getKey() + " at " + at, loss, point.getValue());
                });
                double[] end = race.parameters().get(NodeId.of("p")).toArray();
                assertNear(run.getKey() + " x", end[0], run.getValue().at("/p/0"));
                assertNear(run.getKey() + " y", end[1], run.getValue().at("/p/1"));
            }
        }
    }

    @Test
    void oneParabolaAtSixRates() throws Exception {
        Graph parabola = new Sketch()
                .param("x", 1)
                .node("s", "square", "x")
                .node("f", "scale", Settings.none().with("factor", new Literal.Number(0.5)), "s")
                .graph();
        for (Map.Entry<String, JsonNode> path :
                expected("b3.lr-regimes").get("x").properties()) {
            Training training = Training.of("sgd", Double.parseDouble(path.getKey()), 10);
            try (TrainingRun run = TrainingRun.of(Plans.of(parabola), training)) {
                for (JsonNode x : path.getValue()) {
                    double here = run.parameters().get(NodeId.of("x")).item();
                    assertNear("rate " + path.getKey() + " after " + run.done(), here, x);
                    run.step();
                }
            }
        }
    }

    private static Graph valley() {
        return new Sketch()
                .param("p", -4, 1)
                .source("c", "constant", chainrule.tensor.Tensor.vector(0.5, 12.5))
                .node("s", "square", "p")
                .node("f", "dot", "s", "c")
                .graph();
    }

    private static JsonNode expected(String id) throws IOException {
        try (InputStream in = RecordedRunsTest.class.getResourceAsStream("/fixtures/training.json")) {
            JsonNode examples = new ObjectMapper().readTree(in).get("examples");
            return StreamSupport.stream(examples.spliterator(), false)
                    .filter(e -> e.get("id").textValue().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .get("expected");
        }
    }

    private static void assertNear(String what, double actual, JsonNode expected) {
        double value = expected.doubleValue();
        assertThat(actual).as(what).isCloseTo(value, within(TOLERANCE * Math.max(1, Math.abs(value))));
    }
}
