package chainrule.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a training gathers beside its weights is in the file that it saves. */
class KeptStatisticsTest {
    private static final String GRAPH =
            """
            {"format": "chainrule", "version": 1, "root": "L",
             "nodes": [
               {"id": "x", "type": "input", "settings": {"value": [1, 2, 3, 6]}},
               {"id": "gamma", "type": "param", "settings": {"value": [2]}},
               {"id": "beta", "type": "param", "settings": {"value": [0.5]}},
               {"id": "y", "type": "batch_norm"},
               {"id": "L", "type": "sum"}],
             "edges": [
               {"from": "x", "to": "y.x"}, {"from": "gamma", "to": "y.gamma"}, {"from": "beta", "to": "y.beta"},
               {"from": "y", "to": "L.x"}]}
            """;

    @TempDir
    Path folder;

    @Test
    void runningStatisticsAreSavedWithTheWeights() throws Exception {
        Path graph = Files.writeString(folder.resolve("norm.chainrule.json"), GRAPH);
        Path out = folder.resolve("trained.chainrule.json");
        Call call = Call.of("train", "--json", "--steps", "1", "--save", out.toString(), graph.toString());
        assertThat(call.exitCode()).as(call.err()).isZero();
        JsonNode settings = new ObjectMapper().readTree(out.toFile()).at("/nodes/3/settings");
        assertThat(settings.at("/running_mean/0").doubleValue()).isCloseTo(0.3, within(1e-12));
        assertThat(settings.at("/running_var/0").doubleValue()).isCloseTo(0.9 + 0.1 * 14 / 3, within(1e-12));
    }
}
