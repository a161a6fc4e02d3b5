package chainrule.presets;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Workspace;
import chainrule.graph.Slot;
import chainrule.io.GraphFile;
import chainrule.trace.Derivatives;
import chainrule.trace.TensorWords;
import chainrule.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of the shapes of a net that is trained on a mini-batch. */
class MiniBatchWordsTest {
    @Test
    void theExamplesOfAMiniBatchAreKeptOrAddedUp() {
        GraphFile file = new PresetCatalog(StandardCatalog.create())
                .find("p1-moons-mlp")
                .orElseThrow()
                .file();
        ExecutionPlan plan =
                ((Compilation.Compiled) ExecutionPlan.compile(file.graph(), file.precision(), 1L << 30)).plan();
        try (Workspace workspace = new Workspace(plan);
                Derivatives derivatives = Derivatives.of(Trace.record(workspace))) {
            List<Slot> slots = plan.pulled().stream().toList();
            List<String> said = slots.stream()
                    .flatMap(slot -> TensorWords.of(derivatives.plan(), derivatives.line(slot)).stream())
                    .map(TensorWords::why)
                    .filter(why -> why.contains("The mini-batch has"))
                    .toList();
            assertThat(said).anyMatch(why -> why.endsWith("each gets a gradient of its own."));
            assertThat(said).anyMatch(why -> why.endsWith("serves them all, so what they send back is added up."));
        }
    }
}
