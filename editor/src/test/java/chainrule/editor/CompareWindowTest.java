package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.document.command.ChangeSettings;
import chainrule.graph.NodeId;
import chainrule.op.Literal;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTable;
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
            await(() -> !text(editor, "compare.counts").contains(" 0 only"));
            editor.run(() -> editor.frame.actions().get("step.start").run());
            await(() -> text(editor, "compare.losses").equals("The root is still to come."));
            editor.window.button("compare.close").click();
            await(() -> text(editor, "compare.counts").isEmpty());
            assertThat(editor.frame.bench().showing().contrast().alone()).isEmpty();
        }
    }

    @Test
    void aVariantIsChosenByKeysAndItsDifferencesLeadToTheNodeInBothGraphs() throws InterruptedException {
        try (WindowFixture editor = WindowFixture.open()) {
            editor.openAndRun("a2-sigmoid-stack");
            editor.run(() -> editor.frame.canvas().requestFocusInWindow());
            editor.window.robot().waitForIdle();
            pressCompare(editor);
            editor.window.textBox("choice.query").enterText("relu for sigmoid");
            editor.window.robot().pressAndReleaseKey(KeyEvent.VK_ENTER);
            await(() -> text(editor, "compare.losses").equals("Root: 0.6592 and 1"));
            assertThat(text(editor, "compare.title")).isEqualTo("This graph with relu for sigmoid");
            editor.window.checkBox("compare.same").requireText("Same data, seeds and starting values (6 of 6 sources)");
            editor.window.toggleButton("compare.listed").click();
            JTable list = editor.window.table("compare.list").target();
            String line = "a1 0.7311 1 0.2689";
            await(() -> rows(list).contains(line));
            assertThat(GuiActionRunner.execute(() -> rows(list))).noneMatch(row -> row.startsWith("w1 "));
            editor.window.table("compare.list").selectRows(GuiActionRunner.execute(() -> rows(list)
                    .indexOf(line)));
            double x = editor.frame.bench().document().at(NodeId.of("a1")).x();
            GraphCanvas first = editor.frame.canvas();
            GraphCanvas second = second(editor);
            await(() -> Math.abs(first.camera().middle().x() - x) < 200);
            await(() -> Math.abs(second.camera().middle().x() - x) < 200);
            editor.run(() -> first.camera().zoomTo(0.5));
            await(() -> second.zoom() == 0.5);
            editor.window.checkBox("compare.link").click();
            editor.run(() -> first.camera().zoomTo(1));
            assertThat(second.zoom()).as("no longer linked").isEqualTo(0.5);
        }
    }

    @Test
    void editsOfTheFirstGraphAreFollowedAndSoIsAnotherOptimizer() throws InterruptedException {
        try (WindowFixture editor = WindowFixture.open()) {
            editor.openAndRun("a2-sigmoid-stack");
            compareWith(editor, "relu for sigmoid");
            await(() -> text(editor, "compare.losses").equals("Root: 0.6592 and 1"));
            Literal half = new Literal.Number(0.5);
            editor.run(() -> editor.frame.bench().perform(new ChangeSettings(NodeId.of("w1"), "value", half)));
            await(() -> text(editor, "compare.losses").endsWith("and 0.5"));
            editor.window.checkBox("compare.same").click();
            editor.window.checkBox("compare.same").requireNotSelected();
            editor.window.comboBox("compare.optimizer").selectItem("adam");
            editor.run(() -> editor.frame.actions().get("train.step").run());
            await(() -> text(editor, "compare.losses").startsWith("Training step 1 and 1"));
            editor.window.comboBox("compare.optimizer").requireSelection("adam");
        }
    }

    /** Ctrl+Alt+D as the window gets it: the pure Java screen has no Alt. */
    private static void pressCompare(WindowFixture editor) {
        editor.run(() -> {
            JComponent canvas = editor.frame.canvas().keyboard();
            int held = InputEvent.CTRL_DOWN_MASK | InputEvent.ALT_DOWN_MASK;
            canvas.dispatchEvent(
                    new KeyEvent(canvas, KeyEvent.KEY_PRESSED, 0, held, KeyEvent.VK_D, KeyEvent.CHAR_UNDEFINED));
        });
    }

    private static GraphCanvas second(WindowFixture editor) {
        return editor.window
                .robot()
                .finder()
                .findByType(editor.window.panel("compare").target(), GraphCanvas.class);
    }

    private static List<String> rows(JTable list) {
        return IntStream.range(0, list.getRowCount())
                .mapToObj(row -> IntStream.range(0, list.getColumnCount())
                        .mapToObj(column -> String.valueOf(list.getValueAt(row, column)))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
