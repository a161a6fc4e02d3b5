package chainrule.presets;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.graph.Graph;
import chainrule.io.OwnBlocks;
import chainrule.op.Catalog;
import chainrule.program.ProgramReader;
import chainrule.program.ProgramWriter;
import chainrule.program.Reading;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresetProgramTest {
    private static final Catalog CATALOG = StandardCatalog.create();

    static List<Preset> presets() {
        return new PresetCatalog(CATALOG).all();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyPresetReadsBackFromItsProgram(Preset preset) {
        Graph graph = preset.file().graph();
        String text = ProgramWriter.text(graph);
        Reading reading = ProgramReader.read(text, OwnBlocks.catalog(preset.file(), CATALOG), graph);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        Reading.Understood read = (Reading.Understood) reading;
        assertThat(read.graph()).isEqualTo(graph);
        assertThat(text.lines().count())
                .isEqualTo(graph.nodes().size() + (graph.chosenRoot().isPresent() ? 1 : 0));
        assertThat(ProgramWriter.text(read.graph())).isEqualTo(text);
    }
}
