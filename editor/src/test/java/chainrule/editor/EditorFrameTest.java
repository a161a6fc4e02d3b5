package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.action.EditorAction;
import chainrule.editor.document.command.ChangeSettings;
import chainrule.editor.document.command.MoveNodes;
import chainrule.editor.file.Questions;
import chainrule.editor.theme.Colors;
import chainrule.graph.NodeId;
import chainrule.op.Literal;
import chainrule.tensor.Tensor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorFrameTest {
    private WindowFixture editor;

    @AfterEach
    void close() {
        editor.close();
    }

    @Test
    void keysAndButtonsGoThroughThePass() throws Exception {
        editor = WindowFixture.open();
        editor.openAndRun("m0-two-paths");
        assertThat(editor.stepsDone()).isEqualTo(12);

        press(KeyEvent.VK_SHIFT, KeyEvent.VK_F7);
        assertThat(editor.stepsDone()).isEqualTo(11);
        press(KeyEvent.VK_F7);
        assertThat(editor.stepsDone()).isEqualTo(12);
        editor.window.button("step.start").click();
        assertThat(editor.stepsDone()).isZero();
        editor.window.button("step.next").click();
        assertThat(editor.window.label("rule").text()).isEqualTo("a = 2");
        editor.window.button("step.end").click();
        assertThat(editor.stepsDone()).isEqualTo(12);
        assertThat(editor.window.button("step.next").target().isEnabled()).isFalse();
    }

    @Test
    void thePassIsCountedBesideTheTimeline() throws Exception {
        editor = WindowFixture.open();
        editor.openAndRun("m0-two-paths");
        assertThat(editor.window.label("pass").text()).startsWith("1 pass · 12 steps · ");
        assertThat(editor.window.label("status.state").text()).isEqualTo("Ready · 5 nodes · 5 edges ·");
    }

    @Test
    void theFirstInfiniteNodeIsNamedAndAClickSelectsIt() throws Exception {
        editor = WindowFixture.open();
        editor.openAndRun("m0-logsumexp");
        assertThat(editor.window.robot().finder().findByName(editor.frame, "status.nonFinite", false))
                .matches(button -> !button.isVisible(), "hidden");
        Literal large = new Literal.Numbers(Tensor.vector(1000, 1001, 1002));
        editor.run(() -> editor.frame.bench().history().perform(new ChangeSettings(NodeId.of("x"), "value", large)));
        editor.awaitRun();
        var button = editor.window.button("status.nonFinite");
        button.requireText("! e is the first to be infinite, at step 2");
        editor.run(() -> button.target().doClick());
        assertThat(editor.frame.bench().selection().nodes()).containsExactly(NodeId.of("e"));
    }

    @Test
    void aClickedNodeShowsItsStepWhileStepping() throws Exception {
        editor = WindowFixture.open();
        editor.openAndRun("m0-two-paths");
        editor.run(() -> editor.frame.bench().stepper().moveTo(5));
        editor.run(() -> editor.frame.bench().selection().select(NodeId.of("c")));
        assertThat(editor.stepsDone()).isEqualTo(3);
    }

    @Test
    void undoAndRedoNameTheEdit() {
        editor = WindowFixture.withWorker(task -> {});
        editor.openPreset("m0-two-paths");
        assertThat(item("edit.undo").getText()).isEqualTo("Undo");
        assertThat(item("edit.undo").isEnabled()).isFalse();
        assertThat(item("edit.undo").getToolTipText()).isEqualTo("Nothing has been changed yet.");

        move("a");
        assertThat(item("edit.undo").getText()).isEqualTo("Undo Move a");
        assertThat(editor.frame.getTitle()).isEqualTo("m0-two-paths (preset)* – Chainrule");
        editor.run(() -> action("edit.undo").run());
        assertThat(item("edit.redo").getText()).isEqualTo("Redo Move a");
        assertThat(editor.frame.getTitle()).isEqualTo("m0-two-paths (preset) – Chainrule");
    }

    @Test
    void theWindowIsUsableBeforeTheEngineHasStarted() {
        editor = WindowFixture.withWorker(task -> {});
        editor.openPreset("m0-two-paths");
        assertThat(editor.window.label("status.state").text()).startsWith("Starting the engine …");
        assertThat(editor.window.label("rule").text()).isEqualTo("Computing …");
        assertThat(editor.window.button("step.next").target().getToolTipText())
                .isEqualTo("There is no pass yet: nothing has been computed.");
        move("a");
        assertThat(action("edit.undo").isEnabled()).isTrue();
    }

    @Test
    void closingAsksAboutChangesAndCancelKeepsTheWindow() {
        editor = WindowFixture.withWorker(task -> {});
        editor.openPreset("m0-two-paths");
        move("a");
        boolean closed = GuiActionRunner.execute(() -> editor.frame.close());
        assertThat(closed).isFalse();
        assertThat(editor.answers.asked).containsExactly("m0-two-paths (preset)");
        assertThat(editor.frame.isShowing()).isTrue();
        editor.answers.unsaved = Questions.Unsaved.DISCARD;
        assertThat(GuiActionRunner.execute(() -> editor.frame.close())).isTrue();
    }

    @Test
    void aFileThatIsMissingIsToldInTheWindow(@TempDir Path folder) {
        editor = WindowFixture.withWorker(task -> {});
        editor.run(() -> editor.frame.open(folder.resolve("gone.chainrule.json")));
        assertThat(editor.window.label("notice.sentence").text()).startsWith("There is no file ");
        editor.run(editor.window.button("notice.close").target()::doClick);
        assertThat(editor.window
                        .robot()
                        .finder()
                        .findByName(editor.frame, "notice", false)
                        .isVisible())
                .isFalse();
    }

    @Test
    void savingAndOpeningKeepTheGraph(@TempDir Path folder) {
        editor = WindowFixture.withWorker(task -> {});
        editor.openPreset("m0-two-paths");
        move("a");
        editor.answers.save = folder.resolve("two");
        editor.run(() -> action("file.save").run());
        assertThat(editor.frame.getTitle()).isEqualTo("two.chainrule.json – Chainrule");
        var saved = editor.frame.bench().history().document();
        editor.run(() -> action("file.new").run());
        editor.answers.open = folder.resolve("two.chainrule.json");
        editor.run(() -> action("file.open").run());
        assertThat(editor.frame.bench().history().document().graph()).isEqualTo(saved.graph());
        assertThat(editor.frame.bench().history().document().layout()).isEqualTo(saved.layout());
    }

    @Test
    void everyActionSaysWhyItIsNotPossible() {
        editor = WindowFixture.withWorker(task -> {});
        editor.run(() -> {
            for (EditorAction action : editor.frame.actions().all()) {
                action.refresh();
                assertThat(action.name()).as(action.id()).isNotBlank();
                assertThat(action.isEnabled() || action.reason().orElse("").endsWith("."))
                        .as(action.id())
                        .isTrue();
            }
        });
    }

    @Test
    void everyKeyDoesOneThing() {
        editor = WindowFixture.withWorker(task -> {});
        Map<String, String> taken = new HashMap<>();
        for (EditorAction action : editor.frame.actions().all()) {
            for (KeyStroke key : action.keys()) {
                String other = taken.put(action.scope() + " " + key, action.id());
                assertThat(other)
                        .as("what else %s does than %s", key, action.id())
                        .isNull();
            }
        }
        assertThat(taken).containsKey("WINDOW " + KeyStroke.getKeyStroke("F7"));
    }

    @Test
    void theCanvasHasAtLeastHalfTheWidth() {
        editor = WindowFixture.withWorker(task -> {});
        editor.run(() -> editor.frame.setSize(700, 600));
        editor.window.robot().waitForIdle();
        int width = GuiActionRunner.execute(() -> editor.frame.canvas().getWidth());
        assertThat(width).isGreaterThanOrEqualTo(editor.frame.getContentPane().getWidth() / 2 - 1);
    }

    @Test
    void aHiddenPanelStaysHiddenNextTime() {
        editor = WindowFixture.withWorker(task -> {});
        editor.run(() -> action("panel.palette").run());
        assertThat(editor.preferences.getBoolean("panel.palette", true)).isFalse();
        editor.window.robot().waitForIdle();
        assertThat(leftOfCanvas()).isZero();
    }

    @Test
    void theThemeChangesTheCanvasToo() {
        editor = WindowFixture.withWorker(task -> {});
        editor.run(() -> action("view.dark").run());
        assertThat(paintedCanvas()).isEqualTo(Colors.dark().canvas());
        editor.run(() -> action("view.light").run());
        assertThat(paintedCanvas()).isEqualTo(Colors.light().canvas());
    }

    @Test
    void keysOfTheCanvasWorkAfterTheThemeChangedAndAreNowhereElse() {
        editor = WindowFixture.withWorker(task -> {});
        editor.openPreset("m0-two-paths");
        for (String theme : java.util.List.of("view.light", "view.dark", "view.light")) {
            editor.run(() -> action(theme).run());
        }
        editor.run(() -> {
            editor.frame.bench().selection().select(NodeId.of("c"));
            editor.frame.canvas().requestFocusInWindow();
        });
        press(KeyEvent.VK_DELETE);
        assertThat(editor.frame.bench().document().graph().has(NodeId.of("c"))).isFalse();
        editor.run(() -> {
            javax.swing.JScrollPane other = new javax.swing.JScrollPane();
            assertThat(other.getActionForKeyStroke(javax.swing.KeyStroke.getKeyStroke("DELETE")))
                    .isNull();
            assertThat(other.getActionForKeyStroke(javax.swing.KeyStroke.getKeyStroke("ctrl D")))
                    .isNull();
        });
    }

    @Test
    void anythingIsFoundByAFewLetters() {
        editor = WindowFixture.withWorker(task -> {});
        editor.openPreset("m0-two-paths");
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_P);
        editor.window.textBox("find").enterText("64 prec");
        assertThat(editor.window.list("find.list").contents()).hasSize(1);
        editor.window.textBox("find").setText("go to c");
        press(KeyEvent.VK_ENTER);
        assertThat(editor.frame.bench().selection().onlyNode()).contains(NodeId.of("c"));
        assertThat(editor.window.textBox("find").text()).isEmpty();
    }

    @Test
    void nodesAreFoundByFiltersAndGoneThrough() {
        editor = WindowFixture.withWorker(task -> {});
        editor.openPreset("m0-two-paths");
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_F);
        editor.window.textBox("findBar.query").enterText("is:param");
        assertThat(editor.window.label("findBar.count").text()).isEqualTo("1 of 2");
        assertThat(editor.frame.bench().selection().onlyNode()).contains(NodeId.of("a"));
        press(KeyEvent.VK_F3);
        assertThat(editor.frame.bench().selection().onlyNode()).contains(NodeId.of("b"));
        editor.window.textBox("findBar.query").setText("is:odd");
        assertThat(editor.window.label("findBar.count").text()).startsWith("“is:odd” is no filter: ");
        press(KeyEvent.VK_ESCAPE);
        assertThat(action("edit.findNext").reason()).contains("Nothing fits “is:odd”.");
    }

    @Test
    void aStateOfTheHistoryIsGoneTo() {
        editor = WindowFixture.withWorker(task -> {});
        editor.openPreset("m0-two-paths");
        move("a");
        move("b");
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_H);
        assertThat(editor.window.list("history").contents()).containsExactly("As it was opened", "Move a", "Move b");
        editor.window.list("history").clickItem("Move a");
        assertThat(editor.frame.bench().history().done()).isEqualTo(1);
    }

    @Test
    void anEdgeIsDrawnByKeys() {
        editor = WindowFixture.withWorker(task -> {});
        editor.openPreset("m0-two-paths");
        editor.run(() -> action("edit.selectAll").run());
        assertThat(action("edit.connect").reason()).contains("Select one node.");
        editor.run(() -> {
            editor.frame.bench().selection().select(NodeId.of("a"));
            editor.frame.canvas().requestFocusInWindow();
        });
        editor.window.robot().waitForIdle();
        press(KeyEvent.VK_W);
        editor.window.textBox("choice.query").enterText("d.x");
        press(KeyEvent.VK_ENTER);
        assertThat(editor.frame.bench().history().undoLabel()).contains("Connect a → d.x");
    }

    @Test
    void aFileIsSeenWhereItWasLeft(@TempDir Path folder) {
        editor = WindowFixture.withWorker(task -> {});
        editor.openPreset("m0-two-paths");
        editor.answers.save = folder.resolve("two");
        editor.run(() -> {
            action("file.save").run();
            action("file.new").run();
            action("view.previousTab").run();
            editor.frame.canvas().camera().show(new chainrule.io.Point(33, 44), 1.5);
            action("file.close").run();
            editor.frame.open(folder.resolve("two.chainrule.json"));
        });
        assertThat(editor.frame.canvas().zoom()).isEqualTo(1.5);
        assertThat(editor.frame.canvas().camera().middle().x()).isCloseTo(33, org.assertj.core.data.Offset.offset(1.0));
    }

    @Test
    void anElementOfATensorIsChosenByAClick() throws Exception {
        editor = WindowFixture.open();
        editor.openAndRun("m0-matvec");
        assertThat(editor.window.label("formula").text()).contains("x̄[0] += 1 · 1 + 1 · 4 = 5");
        var grid = editor.window.panel("elements");
        editor.window.robot().click(grid.target(), new Point(75, 8));
        assertThat(editor.window.label("formula").text()).contains("x̄[1] += 1 · 2 + 1 · 5 = 7");
    }

    @Test
    void theTimelineIsDragged() throws Exception {
        editor = WindowFixture.open();
        editor.openAndRun("b3-mazur");
        var timeline = editor.window.panel("timeline").target();
        editor.window.robot().click(timeline, new Point(timeline.getWidth() / 2, 24));
        assertThat(editor.stepsDone()).isBetween(40, 47);
        editor.window.robot().click(timeline, new Point(2, 24));
        assertThat(editor.stepsDone()).isZero();
    }

    @Test
    void aLessonPageOpensBesideTheGraph() {
        editor = WindowFixture.withWorker(task -> {});
        editor.openPreset("m0-two-paths");
        editor.run(() -> item("page:two-paths").doClick());
        editor.window.robot().waitForIdle();
        editor.window.panel("lesson").requireVisible();
        assertThat(action("panel.lesson").getValue(javax.swing.Action.SELECTED_KEY))
                .isEqualTo(true);
    }

    @Test
    void presentationHidesTheSidesAndPutsThemBack() {
        editor = WindowFixture.withWorker(task -> {});
        editor.run(() -> action("view.presentation").run());
        assertThat(action("view.scale150").isChoice()).isTrue();
        editor.window.robot().waitForIdle();
        assertThat(leftOfCanvas()).isZero();
        editor.run(() -> action("view.presentation").run());
        editor.window.robot().waitForIdle();
        assertThat(leftOfCanvas()).isPositive();
    }

    /** How far the canvas is from the left of the window's content. */
    private int leftOfCanvas() {
        return GuiActionRunner.execute(
                () -> SwingUtilities.convertPoint(editor.frame.canvas(), 0, 0, editor.frame.getContentPane()).x);
    }

    private Color paintedCanvas() {
        return GuiActionRunner.execute(() -> {
            BufferedImage image = new BufferedImage(
                    editor.frame.canvas().getWidth(), editor.frame.canvas().getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            editor.frame.canvas().paint(g);
            g.dispose();
            return new Color(image.getRGB(1, 1));
        });
    }

    private void move(String node) {
        editor.run(() -> editor.frame.bench().history().perform(new MoveNodes(Set.of(NodeId.of(node)), 8, 0)));
    }

    private void press(int... keys) {
        for (int key : keys) {
            editor.window.robot().pressKey(key);
        }
        for (int i = keys.length - 1; i >= 0; i--) {
            editor.window.robot().releaseKey(keys[i]);
        }
        editor.window.robot().waitForIdle();
    }

    private EditorAction action(String id) {
        return editor.frame.actions().get(id);
    }

    private JMenuItem item(String id) {
        return GuiActionRunner.execute(
                () -> (JMenuItem) editor.window.robot().finder().findByName(editor.frame.getJMenuBar(), id, false));
    }
}
