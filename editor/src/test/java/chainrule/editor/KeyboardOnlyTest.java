package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import java.awt.AWTEvent;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A net is drawn, run, stepped through and saved without the mouse. */
class KeyboardOnlyTest {
    private final AtomicInteger clicks = new AtomicInteger();
    private final AWTEventListener mouse = event -> {
        if (event.getID() == MouseEvent.MOUSE_PRESSED) {
            clicks.incrementAndGet();
        }
    };

    @TempDir
    Path folder;

    private WindowFixture editor;
    private Robot robot;

    @BeforeEach
    void open() {
        editor = WindowFixture.open();
        robot = editor.window.robot();
        Toolkit.getDefaultToolkit().addAWTEventListener(mouse, AWTEvent.MOUSE_EVENT_MASK);
        editor.run(() -> editor.frame.canvas().requestFocusInWindow());
        robot.waitForIdle();
    }

    @AfterEach
    void close() {
        Toolkit.getDefaultToolkit().removeAWTEventListener(mouse);
        editor.close();
    }

    @Test
    void aNetIsDrawnRunSteppedAndSaved() {
        add("input");
        add("dense layer");
        add("mean squared");
        assertThat(document().graph().nodes()).extracting(Node::id).hasSize(3);
        NodeId input = id(0);
        NodeId dense = id(1);
        NodeId loss = id(2);
        goTo(input);
        connect(dense + ".x");
        goTo(dense);
        connect(loss + ".");
        assertThat(document().graph().into(new Slot(dense, "x"))).isPresent();
        assertThat(document().graph().into(loss)).hasSize(1);
        goTo(loss);
        connect(input + " → " + loss);
        assertThat(document().graph().into(loss)).hasSize(2);

        press(KeyEvent.VK_CONTROL, KeyEvent.VK_S);
        assertThat(folder.resolve("net.chainrule.json")).exists();
        assertThat(clicks).hasValue(0);
    }

    @Test
    void aChainGrowsFromPortToPortInTheKeyboardMode() {
        walk();
        grow("input");
        press(KeyEvent.VK_SHIFT, KeyEvent.VK_RIGHT);
        grow("tanh");
        press(KeyEvent.VK_SHIFT, KeyEvent.VK_RIGHT);
        grow("square");
        assertThat(document().graph().edges())
                .extracting(Object::toString)
                .containsExactly("input → tanh.x", "tanh → square.x");
        assertThat(document().graph().nodes())
                .extracting(node -> document().at(node.id()).y())
                .containsOnly(document().at(id(0)).y());
        assertThat(clicks).hasValue(0);
    }

    @Test
    void anInputIsFedFromItsPortInTheKeyboardMode() {
        walk();
        grow("tanh");
        press(KeyEvent.VK_SHIFT, KeyEvent.VK_LEFT);
        grow("parameter");
        assertThat(document().graph().edges()).extracting(Object::toString).containsExactly(id(1) + " → tanh.x");
        assertThat(clicks).hasValue(0);
    }

    @Test
    void aPassIsRunAndSteppedThrough() throws Exception {
        editor.openAndRun("m0-two-paths");
        editor.run(() -> editor.frame.canvas().requestFocusInWindow());
        robot.waitForIdle();
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
        until(() ->
                editor.frame.bench().evaluator().current().state() == chainrule.editor.session.Evaluation.State.DONE);
        press(KeyEvent.VK_SHIFT, KeyEvent.VK_F7);
        assertThat(editor.stepsDone()).isEqualTo(11);
        press(KeyEvent.VK_F7);
        assertThat(editor.stepsDone()).isEqualTo(12);
        assertThat(clicks).hasValue(0);
    }

    @Test
    void theCanvasIsLeftAndReachedAgain() {
        press(KeyEvent.VK_F6);
        assertThat(focusOnCanvas()).isFalse();
        for (int i = 0; i < 4 && !focusOnCanvas(); i++) {
            press(KeyEvent.VK_F6);
        }
        assertThat(focusOnCanvas()).isTrue();
    }

    private boolean focusOnCanvas() {
        return GuiActionRunner.execute(() -> editor.frame.canvas().keyboard().isFocusOwner());
    }

    private void add(String words) {
        press(KeyEvent.VK_TAB);
        robot.enterText(words);
        press(KeyEvent.VK_ENTER);
    }

    private void walk() {
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_P);
        robot.enterText("arrows walk");
        press(KeyEvent.VK_ENTER);
    }

    /** The key that opens the search is a letter. */
    private void grow(String words) {
        press(KeyEvent.VK_SHIFT, KeyEvent.VK_A);
        robot.enterText(words);
        press(KeyEvent.VK_ENTER);
    }

    private void goTo(NodeId node) {
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_P);
        robot.enterText("go to " + node);
        press(KeyEvent.VK_ENTER);
    }

    private void connect(String words) {
        press(KeyEvent.VK_W);
        robot.enterText(words);
        press(KeyEvent.VK_ENTER);
    }

    private void press(int... keys) {
        editor.answers.save = folder.resolve("net");
        for (int key : keys) {
            robot.pressKey(key);
        }
        for (int i = keys.length - 1; i >= 0; i--) {
            robot.releaseKey(keys[i]);
        }
        robot.waitForIdle();
    }

    private NodeId id(int index) {
        return document().graph().nodes().stream()
                .skip(index)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Document document() {
        return editor.frame.bench().history().document();
    }

    private static void until(java.util.function.BooleanSupplier holds) {
        Pause.pause(
                new Condition("the engine answers") {
                    @Override
                    public boolean test() {
                        return GuiActionRunner.execute(holds::getAsBoolean);
                    }
                },
                30_000);
    }
}
