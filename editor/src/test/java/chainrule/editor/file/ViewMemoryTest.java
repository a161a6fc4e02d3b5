package chainrule.editor.file;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.MemoryPreferences;
import chainrule.editor.file.ViewMemory.Mark;
import chainrule.editor.file.ViewMemory.View;
import chainrule.io.Point;
import java.nio.file.Path;
import java.util.Map;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.Test;

class ViewMemoryTest {
    private final Preferences preferences = MemoryPreferences.empty();
    private final ViewMemory views = new ViewMemory(preferences);

    @Test
    void eachFileHasItsView() {
        View view = new View(new Point(10.5, -3), 1.25);
        views.remember(Path.of("a.json"), view);
        assertThat(new ViewMemory(preferences).of(Path.of("a.json"))).contains(view);
        assertThat(views.of(Path.of("b.json"))).isEmpty();
    }

    @Test
    void onlyTheLatestAreKept() throws Exception {
        for (int i = 0; i < ViewMemory.MOST + 5; i++) {
            views.remember(Path.of("f" + i), new View(new Point(i, i), 1));
        }
        assertThat(views.of(Path.of("f0"))).isEmpty();
        assertThat(views.of(Path.of("f6"))).isPresent();
        assertThat(preferences.keys()).hasSize(ViewMemory.MOST + 1);
    }

    @Test
    void eachFileHasItsBookmarks() throws Exception {
        Map<Integer, Mark> marks = Map.of(
                3, new Mark(new View(new Point(1.5, 2), 0.5), ""), 9, new Mark(new View(new Point(0, 0), 1), "l/t"));
        views.rememberMarks(Path.of("a.json"), marks);
        assertThat(new ViewMemory(preferences).marks(Path.of("a.json"))).isEqualTo(marks);
        assertThat(views.marks(Path.of("b.json"))).isEmpty();
        preferences.put("marks@" + preferences.get("views", ""), "3 odd\n12 1 2 3 x\n4 1 2 1 ");
        assertThat(views.marks(Path.of("a.json"))).containsOnlyKeys(4);
        for (int i = 0; i < ViewMemory.MOST; i++) {
            views.remember(Path.of("f" + i), new View(new Point(i, i), 1));
        }
        assertThat(views.marks(Path.of("a.json"))).as("forgotten with the file").isEmpty();
        views.rememberMarks(Path.of("c.json"), marks);
        views.rememberMarks(Path.of("c.json"), Map.of());
        assertThat(views.marks(Path.of("c.json"))).isEmpty();
    }
}
