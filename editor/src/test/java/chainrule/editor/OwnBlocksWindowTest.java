package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.graph.NodeId;
import java.awt.event.KeyEvent;
import java.util.Set;
import java.util.stream.IntStream;
import javax.swing.ToolTipManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Making a block of one's own in the window, and using it again. */
class OwnBlocksWindowTest {
    private WindowFixture editor;

    @BeforeEach
    void open() throws InterruptedException {
        ToolTipManager.sharedInstance().setEnabled(false);
        editor = WindowFixture.open();
        editor.openAndRun("b3-sigmoid-exploded");
    }

    @AfterEach
    void close() {
        editor.close();
    }

    @Test
    void selectedNodesBecomeABlockThatThePaletteHas() throws InterruptedException {
        Set<NodeId> chosen = Set.of(NodeId.of("n"), NodeId.of("e"), NodeId.of("o"), NodeId.of("f"));
        double before = rootValue();
        makeSquash(chosen);

        assertThat(editor.frame.bench().history().document().file().blocks()).containsOnlyKeys("squash");
        assertThat(editor.frame.bench().selection().onlyNode()).contains(NodeId.of("squash"));
        assertThat(rootValue()).isEqualTo(before);
        assertThat(palette()).contains("block:squash");

        editor.run(() -> editor.frame.bench().history().undo());
        assertThat(editor.frame.bench().history().document().file().blocks()).isEmpty();
        assertThat(palette()).doesNotContain("block:squash");
    }

    @Test
    void aBlockIsEditedInPlaceByMouseAndByKeyboard() throws InterruptedException {
        makeSquash(Set.of(NodeId.of("n"), NodeId.of("e"), NodeId.of("o"), NodeId.of("f")));
        double before = rootValue();
        var robot = editor.window.robot();
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        robot.waitForIdle();
        editor.window
                .label("crumb.hint")
                .requireText("What is changed here changes in every use of squash · Esc goes out");
        NodeId offset = NodeId.of("squash/o");
        select(offset);
        editor.window.textBox("setting.offset").setText("3").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        robot.waitForIdle();
        editor.awaitRun();
        assertThat(rootValue()).isNotEqualTo(before);

        var outside = editor.window.toggleButton("outside.offset").target();
        editor.run(outside::doClick);
        robot.waitForIdle();
        assertThat(editor.frame
                        .bench()
                        .history()
                        .document()
                        .graph()
                        .type(NodeId.of("squash"))
                        .param("offset"))
                .isPresent();
        editor.run(() -> editor.frame.canvas().requestFocusInWindow());
        robot.waitForIdle();
        robot.pressAndReleaseKeys(KeyEvent.VK_DELETE);
        robot.waitForIdle();
        assertThat(editor.frame.bench().showing().scope().inside()).isEqualTo(NodeId.of("squash"));
        assertThat(editor.frame.bench().document().graph().has(offset)).isFalse();
        robot.pressKey(KeyEvent.VK_CONTROL);
        robot.pressAndReleaseKeys(KeyEvent.VK_Z);
        robot.releaseKey(KeyEvent.VK_CONTROL);
        robot.waitForIdle();
        assertThat(editor.frame.bench().document().graph().has(offset)).isTrue();
        robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        robot.waitForIdle();
        assertThat(editor.frame.bench().showing().scope().isOutside()).isTrue();
    }

    private void makeSquash(Set<NodeId> chosen) throws InterruptedException {
        select(chosen.toArray(NodeId[]::new));
        var robot = editor.window.robot();
        robot.pressKey(KeyEvent.VK_CONTROL);
        robot.pressKey(KeyEvent.VK_SHIFT);
        robot.pressAndReleaseKeys(KeyEvent.VK_E);
        robot.releaseKey(KeyEvent.VK_SHIFT);
        robot.releaseKey(KeyEvent.VK_CONTROL);
        editor.window.textBox("block.name").setText("squash").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        robot.waitForIdle();
        editor.awaitRun();
    }

    private void select(NodeId... nodes) {
        editor.run(() -> {
            editor.frame.bench().selection().select(Set.of(nodes), Set.of());
            editor.frame.canvas().requestFocusInWindow();
        });
        editor.window.robot().waitForIdle();
    }

    private double rootValue() {
        return GuiActionRunner.execute(() -> {
            var trace = editor.frame.bench().evaluator().current().anyTrace().orElseThrow();
            var root = trace.plan().outline().outer().root().orElseThrow();
            return trace.end().value(root).orElseThrow().at(0);
        });
    }

    private java.util.List<String> palette() {
        return GuiActionRunner.execute(() -> {
            var model = editor.window.list("palette.list").target().getModel();
            return IntStream.range(0, model.getSize())
                    .mapToObj(i -> model.getElementAt(i).toString())
                    .map(row -> row.replaceAll(".*type=([^\\],]*).*", "$1"))
                    .toList();
        });
    }
}
