package chainrule.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Samples;
import chainrule.io.Note;
import chainrule.presets.Preset;
import chainrule.presets.PresetCatalog;
import java.awt.Color;
import org.junit.jupiter.api.Test;

class NoteTextTest {
    private static double height(String markdown) {
        return NoteText.of(markdown, 200, Color.BLACK).height();
    }

    @Test
    void paragraphsListsHeadingsAndFormulasTakeTheirRoom() {
        double line = height("one");
        assertThat(height("one\ntwo")).isEqualTo(2 * line);
        assertThat(height("one\n\ntwo")).isEqualTo(3 * line);
        assertThat(height("* one\n* two")).isEqualTo(2 * line);
        assertThat(height("1. one\n2. two\n3. three")).isEqualTo(3 * line);
        assertThat(height("# one")).isEqualTo(line);
        assertThat(height("$\\frac{\\partial L}{\\partial w}$")).isGreaterThan(line);
        assertThat(height("$\\nonsense{$")).isEqualTo(line);
        assertThat(height("```\na\nb\n```")).isEqualTo(2 * line);
        assertThat(height("")).isZero();
    }

    @Test
    void longTextIsWrapped() {
        assertThat(height("word ".repeat(30))).isGreaterThan(3 * height("word"));
    }

    @Test
    void theNotesOfAllPresetsHaveRoom() {
        for (Preset preset : new PresetCatalog(Samples.CATALOG).all()) {
            for (Note note : preset.file().notes()) {
                double needed = NoteText.of(note.text(), note.size().x() - 24, Color.BLACK)
                        .height();
                assertThat(needed + 20)
                        .as(preset.id())
                        .isLessThanOrEqualTo(note.size().y());
            }
        }
    }
}
