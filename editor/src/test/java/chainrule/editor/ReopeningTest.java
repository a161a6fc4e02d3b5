package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.prefs.Preferences;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

/** What a start opens, and what the system hands over later. */
class ReopeningTest {
    private final Preferences preferences = MemoryPreferences.empty();
    private final Reopening reopening = new Reopening(preferences);

    @Test
    void whatWasOpenLastIsOpenedAgainUnlessThatIsSwitchedOff() {
        assertThat(reopening.documents()).isEmpty();
        reopening.remember(List.of("/a.json", "preset:m0-dot"));
        reopening.remember(List.of());
        assertThat(new Reopening(preferences).documents()).containsExactly("/a.json", "preset:m0-dot");
        reopening.change();
        assertThat(new Reopening(preferences).documents()).isEmpty();
        reopening.change();
        assertThat(reopening.documents()).hasSize(2);
    }

    @Test
    void noMoreIsRememberedThanThereIsRoomFor() {
        reopening.remember(List.of("a".repeat(Preferences.MAX_VALUE_LENGTH - 2), "b"));
        assertThat(reopening.documents()).hasSize(1);
    }

    @Test
    void filesOfTheSystemAreOpenedOnTheEventThread() throws Exception {
        List<Path> opened = new ArrayList<>();
        Path file = Path.of("a.chainrule.json");
        new OpenEvents(files -> {
                    assertThat(SwingUtilities.isEventDispatchThread()).isTrue();
                    opened.addAll(files);
                })
                .opened(List.of(file.toFile()));
        SwingUtilities.invokeAndWait(() -> {});
        assertThat(opened).containsExactly(file);
    }
}
