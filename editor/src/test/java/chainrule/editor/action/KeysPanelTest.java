package chainrule.editor.action;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.MemoryPreferences;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.prefs.Preferences;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeysPanelTest {
    private static final KeyStroke CTRL_S = KeyStroke.getKeyStroke("ctrl S");
    private static final KeyStroke CTRL_D = KeyStroke.getKeyStroke("ctrl D");

    private final Preferences preferences = MemoryPreferences.empty();
    private final Keymap keymap = new Keymap(preferences);
    private final Actions actions = new Actions();
    private final JComponent root = new JPanel();
    private FrameFixture window;

    @BeforeEach
    void open() {
        actions.add(EditorAction.of("save", "Save", () -> {}).keys(Scope.WINDOW, "ctrl S"));
        actions.add(EditorAction.of("duplicate", "Duplicate", () -> {}).keys(Scope.WINDOW, "ctrl D", "ctrl J"));
        actions.add(EditorAction.of("fold", "Fold", () -> {}));
        actions.bind(Scope.WINDOW, root);
        JFrame frame = GuiActionRunner.execute(() -> {
            JFrame made = new JFrame();
            made.add(new KeysPanel(actions, keymap, () -> actions.apply(keymap)));
            return made;
        });
        window = new FrameFixture(frame);
        window.show();
    }

    @AfterEach
    void close() {
        window.cleanUp();
    }

    @Test
    void aFreeKeyIsGivenAtOnceAndRemembered() {
        change("Fold");
        press(KeyEvent.VK_F9, 0);
        assertThat(said()).isEqualTo("“Fold” is F9 now.");
        assertThat(bound(KeyStroke.getKeyStroke("F9"))).isEqualTo("fold");
        assertThat(new Keymap(preferences).of("fold")).contains(List.of(KeyStroke.getKeyStroke("F9")));
    }

    @Test
    void aTakenKeyIsSaidToBeTakenAndGivenOnTheSecondPress() {
        change("Fold");
        press(KeyEvent.VK_D, InputEvent.CTRL_MASK);
        assertThat(said())
                .isEqualTo("Ctrl+D is “Duplicate” already: press it again to take it from there, or press other keys.");
        assertThat(bound(CTRL_D)).isEqualTo("duplicate");
        press(KeyEvent.VK_D, InputEvent.CTRL_MASK);
        assertThat(bound(CTRL_D)).isEqualTo("fold");
        assertThat(actions.get("duplicate").keys()).containsExactly(KeyStroke.getKeyStroke("ctrl J"));
    }

    @Test
    void keysThatBelongToFieldsAndMenusAreRefused() {
        change("Fold");
        press(KeyEvent.VK_X, 0);
        assertThat(said()).startsWith("X alone belongs to the fields").endsWith(".");
        press(KeyEvent.VK_F10, 0);
        assertThat(said()).isEqualTo("F10 opens the menus: choose another key.");
        press(KeyEvent.VK_ESCAPE, 0);
        assertThat(actions.get("fold").keys()).isEmpty();
    }

    @Test
    void resetGivesBackWhatAnActionCameWith() {
        change("Save");
        press(KeyEvent.VK_D, InputEvent.CTRL_MASK);
        press(KeyEvent.VK_D, InputEvent.CTRL_MASK);
        assertThat(bound(CTRL_S)).isNull();
        window.button("keys.resetAll").click();
        assertThat(bound(CTRL_S)).isEqualTo("save");
        assertThat(bound(CTRL_D)).isEqualTo("duplicate");
    }

    @Test
    void anActionMayHaveNoKey() {
        select("Save");
        window.button("keys.remove").click();
        assertThat(bound(CTRL_S)).isNull();
        assertThat(said()).isEqualTo("“Save” has no key now.");
        select("Save");
        window.button("keys.reset").click();
        assertThat(bound(CTRL_S)).isEqualTo("save");
    }

    @Test
    void theListIsFilteredByNameAndKey() {
        window.textBox("keys.filter").enterText("ctrl+j");
        assertThat(window.table("keys.table").contents())
                .isDeepEqualTo(new String[][] {{"Duplicate", "Ctrl+D, Ctrl+J"}});
    }

    private void change(String name) {
        select(name);
        window.button("keys.change").click();
        window.robot().waitForIdle();
    }

    private void select(String name) {
        window.table("keys.table").cell(name).select();
    }

    private void press(int key, int modifiers) {
        window.table("keys.table")
                .pressAndReleaseKey(
                        org.assertj.swing.core.KeyPressInfo.keyCode(key).modifiers(modifiers));
        window.robot().waitForIdle();
    }

    private String said() {
        return window.label("keys.said").text();
    }

    private Object bound(KeyStroke key) {
        return GuiActionRunner.execute(
                () -> root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).get(key));
    }
}
