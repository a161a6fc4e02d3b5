package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.canvas.Hit;
import chainrule.editor.document.command.AddNote;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Note;
import chainrule.io.Point;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind of thing on the canvas has a menu of its own, for the mouse and for the keyboard. */
class ContextMenuTest {
    private static final NodeId C = NodeId.of("c");
    private static final Slot CA = Slot.of("c", "a");

    private WindowFixture editor;

    @BeforeEach
    void open() throws Exception {
        editor = WindowFixture.open();
        editor.openAndRun("m0-two-paths");
    }

    @AfterEach
    void close() {
        editor.run(MenuSelectionManager.defaultManager()::clearSelectedPath);
        editor.close();
    }

    @Test
    void aRightClickOpensTheMenuOfWhatLiesThere() {
        java.awt.Point node = GuiActionRunner.execute(
                () -> editor.frame.canvas().pointing().place(new Hit.OnNode(C)).orElseThrow());
        assertThat(byMouse(node)).contains("edit.rename", "edit.root").doesNotContain("wire.insert", "view.fit");
        assertThat(selected()).containsExactly(C);
        assertThat(byMouse(new java.awt.Point(3, 3)))
                .contains("edit.add", "edit.paste", "view.fit")
                .doesNotContain("edit.rename");
    }

    @Test
    void theMenuKeyOpensTheMenuOfWhatTheKeyboardHasReached() {
        editor.run(() -> editor.frame.canvas().requestFocusInWindow());
        assertThat(byKey(new Hit.OnNode(C))).contains("edit.rename");
        assertThat(byKey(new Hit.OnEdge(CA))).contains("wire.insert", "wire.source", "edit.delete");
        assertThat(byKey(new Hit.OnSlot(CA)))
                .containsExactly(
                        "port.connect", "port.add", "port.number", "port.disconnect", "watch.value", "watch.gradient");
        assertThat(byKey(new Hit.OnSource(Source.of(C)))).contains("port.connect");
        editor.run(() -> editor.frame
                .bench()
                .perform(new AddNote(new Note("note1", "x", new Point(0, 400), new Point(90, 60)))));
        assertThat(byKey(new Hit.OnRemark(new chainrule.editor.document.RemarkId("note1"))))
                .contains("remark.edit", "edit.delete")
                .doesNotContain("node.mute");
        editor.run(() -> editor.frame.bench().selection().select(Set.of(C, NodeId.of("a")), Set.of()));
        assertThat(byKey(null)).contains("node.pack", "edit.detach").doesNotContain("edit.rename");
    }

    @Test
    void aWireHasANodePutInAPointAndItsEnds() {
        editor.run(() -> editor.frame.canvas().walking().go(new Hit.OnEdge(CA)));
        assertThat(GuiActionRunner.execute(
                        () -> editor.frame.actions().get("wire.source").name()))
                .isEqualTo("Go to a, where it comes from");
        editor.run(() -> editor.frame.actions().get("wire.bend").run());
        assertThat(editor.frame.bench().document().layout().via()).containsKey(CA);
        editor.run(() -> editor.frame.actions().get("wire.target").run());
        assertThat(selected()).containsExactly(C);
    }

    @Test
    void aPortIsDisconnectedAndFedByItsMenu() {
        byKey(new Hit.OnSlot(CA));
        assertThat(editor.frame.actions().get("port.number").reason()).isPresent();
        editor.run(() -> editor.frame.actions().get("port.disconnect").run());
        assertThat(editor.frame.bench().document().graph().into(CA)).isEmpty();
        editor.run(() -> editor.frame.actions().get("port.number").run());
        editor.window.textBox("slot.number").enterText("3").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        assertThat(editor.frame.bench().document().graph().into(CA)).isPresent();
    }

    private List<String> byKey(Hit reached) {
        editor.run(() -> {
            MenuSelectionManager.defaultManager().clearSelectedPath();
            if (reached != null) {
                editor.frame.canvas().walking().go(reached);
            }
            editor.frame.canvas().requestFocusInWindow();
        });
        editor.window.robot().waitForIdle();
        editor.window.robot().pressKey(KeyEvent.VK_SHIFT);
        editor.window.robot().pressAndReleaseKeys(KeyEvent.VK_F10);
        editor.window.robot().releaseKey(KeyEvent.VK_SHIFT);
        editor.window.robot().waitForIdle();
        MenuElement[] path = GuiActionRunner.execute(MenuSelectionManager.defaultManager()::getSelectedPath);
        return names((JPopupMenu) path[0]);
    }

    private List<String> byMouse(java.awt.Point at) {
        return GuiActionRunner.execute(() -> {
            JComponent control = editor.frame.canvas().keyboard();
            JPopupMenu menu = control.getComponentPopupMenu();
            java.awt.Point place = control.getPopupLocation(
                    new MouseEvent(control, MouseEvent.MOUSE_PRESSED, 0, 0, at.x, at.y, 1, true, MouseEvent.BUTTON3));
            menu.show(control, place.x, place.y);
            return names(menu);
        });
    }

    private static List<String> names(JPopupMenu menu) {
        return Arrays.stream(menu.getComponents())
                .filter(JMenuItem.class::isInstance)
                .map(Component::getName)
                .filter(name -> name != null)
                .toList();
    }

    private Set<NodeId> selected() {
        return editor.frame.bench().selection().nodes();
    }
}
