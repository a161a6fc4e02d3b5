package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.canvas.WireStyle;
import chainrule.editor.document.Document;
import chainrule.graph.NodeId;
import java.awt.event.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A graph that is only to be read, in a window. */
class LookWindowTest {
    private static final NodeId A = NodeId.of("a");

    private WindowFixture editor;

    @BeforeEach
    void open() throws Exception {
        editor = WindowFixture.open();
        editor.openAndRun("m0-two-paths");
        editor.run(() -> {
            editor.frame.bench().selection().select(A);
            editor.frame.canvas().requestFocusInWindow();
        });
        editor.window.robot().waitForIdle();
    }

    @AfterEach
    void close() {
        editor.close();
    }

    @Test
    void aKeyThatWouldChangeIsRefusedInASentenceAndCopyingIsNot() {
        editor.run(() -> editor.frame.actions().get("edit.lock").run());
        Document locked = document();
        editor.press(KeyEvent.VK_DELETE);
        assertThat(document()).isSameAs(locked);
        assertThat(editor.frame.canvas().keyboard().getAccessibleContext().getAccessibleDescription())
                .startsWith("This graph is only to be read");
        assertThat(editor.frame.actions().get("edit.copy").reason()).isEmpty();
        assertThat(editor.window.label("document").text()).contains("read only");
        editor.run(() -> editor.frame.actions().get("edit.lock").run());
        editor.press(KeyEvent.VK_DELETE);
        assertThat(document().graph().has(A)).isFalse();
    }

    @Test
    void pinningIsAKeyAndATickInTheMenu() {
        editor.press(KeyEvent.VK_P);
        assertThat(document().layout().look(A).pinned()).isTrue();
        assertThat(editor.frame.actions().get("look.pin").isChosen()).isTrue();
        editor.press(KeyEvent.VK_P);
        assertThat(document().layout().looks()).isEmpty();
    }

    @Test
    void howWiresRunIsChosenAndRemembered() {
        editor.run(() -> editor.frame.actions().get("way.orthogonal").run());
        assertThat(editor.frame.canvas().wireStyle()).isEqualTo(WireStyle.ORTHOGONAL);
        editor.run(() -> editor.frame.actions().get("file.new").run());
        assertThat(editor.frame.canvas().wireStyle()).isEqualTo(WireStyle.ORTHOGONAL);
        assertThat(editor.frame.actions().get("way.orthogonal").isChosen()).isTrue();
    }

    private Document document() {
        return editor.frame.bench().history().document();
    }
}
