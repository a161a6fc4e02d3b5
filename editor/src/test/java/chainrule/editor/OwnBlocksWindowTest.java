package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.graph.NodeId;
import java.awt.event.KeyEvent;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Making a block of one's own in the window, and using it again. */
class OwnBlocksWindowTest {
    private WindowFixture editor;

    @BeforeEach
    void open() throws InterruptedException {
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
        editor.run(() -> {
            editor.frame.bench().selection().select(chosen, Set.of());
            editor.frame.canvas().requestFocusInWindow();
        });
        var robot = editor.window.robot();
        robot.waitForIdle();
        robot.pressKey(KeyEvent.VK_CONTROL);
        robot.pressKey(KeyEvent.VK_SHIFT);
        robot.pressAndReleaseKeys(KeyEvent.VK_E);
        robot.releaseKey(KeyEvent.VK_SHIFT);
        robot.releaseKey(KeyEvent.VK_CONTROL);
        editor.window.textBox("block.name").setText("squash").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        robot.waitForIdle();
        editor.awaitRun();

        assertThat(editor.frame.bench().history().document().file().blocks()).containsOnlyKeys("squash");
        assertThat(editor.frame.bench().selection().onlyNode()).contains(NodeId.of("squash"));
        assertThat(rootValue()).isEqualTo(before);
        assertThat(palette()).contains("block:squash");

        editor.run(() -> editor.frame.bench().history().undo());
        assertThat(editor.frame.bench().history().document().file().blocks()).isEmpty();
        assertThat(palette()).doesNotContain("block:squash");
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
