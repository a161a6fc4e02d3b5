package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.swing.JLabel;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.exception.ComponentLookupException;
import org.junit.jupiter.api.Test;

/** Two graphs beside each other: chosen by typing, stepped and trained together, changed and closed by the mouse. */
class CompareWindowTest {
    private static void await(BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!GuiActionRunner.execute(so::getAsBoolean)) {
            assertThat(System.nanoTime()).as("it comes in time").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static String text(WindowFixture editor, String label) {
        try {
            return ((JLabel) editor.window.robot().finder().findByName(editor.frame, label, false)).getText();
        } catch (ComponentLookupException absent) {
            return "";
        }
    }

    /** Chooses a graph by typing its name. */
    private static void compareWith(WindowFixture editor, String letters) throws InterruptedException {
        editor.run(() -> editor.frame.canvas().requestFocusInWindow());
        editor.run(() -> editor.frame.actions().get("view.compare").run());
        editor.window.textBox("choice.query").enterText(letters);
        editor.window.robot().pressAndReleaseKey(KeyEvent.VK_ENTER);
        await(() -> text(editor, "compare.counts").contains("differ"));
    }

    @Test
    void aCopyIsComparedAndGetsAnotherOptimizer() throws InterruptedException {
        try (WindowFixture editor = WindowFixture.open()) {
            editor.openAndRun("b3-mazur");
            compareWith(editor, "copy of this");
            await(() -> text(editor, "compare.losses").equals("Root: 0.2984 and 0.2984"));
            assertThat(text(editor, "compare.counts")).startsWith("0 nodes differ");
            editor.window.comboBox("compare.optimizer").selectItem("adam");
            for (int i = 0; i < 3; i++) {
                editor.run(() -> editor.frame.actions().get("train.step").run());
                int done = i + 1;
                await(() -> text(editor, "compare.losses").startsWith("Training step %d and %d".formatted(done, done)));
            }
            await(() -> !text(editor, "compare.counts").startsWith("0 nodes differ"));
        }
    }

    @Test
    void theOtherGraphFollowsTheTimelineAndIsClosedByTheMouse() throws InterruptedException {
        try (WindowFixture editor = WindowFixture.open()) {
            editor.openAndRun("m0-two-paths");
            compareWith(editor, "dot product");
            assertThat(text(editor, "compare.counts")).doesNotContain(" 0 only");
            editor.run(() -> editor.frame.actions().get("step.start").run());
            await(() -> text(editor, "compare.losses").equals("The root is still to come."));
            editor.window.button("compare.close").click();
            await(() -> text(editor, "compare.counts").isEmpty());
            assertThat(editor.frame.bench().showing().contrast().alone()).isEmpty();
        }
    }
}
