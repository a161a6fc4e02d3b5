package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.session.Blanks;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What learners hide from themselves is nowhere in the window until they say it, or ask for it. */
class HidingWindowTest {
    private static final NodeId HIDDEN = NodeId.of("out_h1");
    /** Its gradient 0.03635 and its value 0.59327, at whatever number of digits; no other number begins like them. */
    private static final Pattern NUMBERS = Pattern.compile("(?<![0-9])0\\.036|(?<![0-9])0\\.5932?7?(?![0-9])");

    private static final Pattern OF_EDGE = Pattern.compile("(?<![0-9])0\\.0(55|5539|554)(?![0-9])");
    private WindowFixture editor;

    @BeforeEach
    void open() throws Exception {
        editor = WindowFixture.open();
        editor.run(() -> editor.frame.setSize(new Dimension(1600, 1000)));
        editor.openAndRun("b3-mazur");
        action("panel.palette");
    }

    @AfterEach
    void close() {
        editor.close();
    }

    @Test
    void everySurfaceKeepsAHiddenNodeHidden() throws Exception {
        watch();
        List<String> seen = new ArrayList<>();
        everySurface(NUMBERS, seen);
        assertThat(seen).as("each surface tells it while it is not hidden").hasSizeGreaterThan(12);
        hide(HIDDEN);
        editor.window.comboBox("predict.hidden").selectItem(1);
        WindowFixture.await(() -> asked().contains("the value of out_h1"));
        List<String> told = new ArrayList<>();
        everySurface(NUMBERS, told);
        assertThat(told).isEmpty();
    }

    @Test
    void noStepOfThePassTellsIt() throws Exception {
        hide(HIDDEN);
        editor.window.comboBox("predict.hidden").selectItem(1);
        WindowFixture.await(() -> asked().contains("the value of out_h1"));
        action("panel.inspector");
        int steps = editor.stepsDone();
        List<String> told = new ArrayList<>();
        for (int i = steps; i >= 0; i -= 3) {
            int done = i;
            editor.run(() -> editor.frame.bench().stepper().moveTo(done));
            Perceived.matching(editor, NUMBERS).forEach(line -> told.add("step " + done + " " + line));
        }
        assertThat(told).isEmpty();
    }

    @Test
    void aGraphBesideItKeepsTheSameHidden() throws Exception {
        hide(HIDDEN);
        action("panel.chain");
        editor.run(() -> editor.frame.canvas().requestFocusInWindow());
        action("view.compare");
        editor.window.textBox("choice.query").enterText("copy of this");
        editor.window.robot().pressAndReleaseKey(KeyEvent.VK_ENTER);
        WindowFixture.await(() ->
                !Perceived.matching(editor, Pattern.compile("nodes differ")).isEmpty());
        assertThat(Perceived.matching(editor, Pattern.compile("0\\.0413")))
                .as("both are shown")
                .hasSizeGreaterThan(1);
        assertThat(Perceived.matching(editor, Pattern.compile("(?<![0-9])0\\.036")))
                .isEmpty();
        action("view.compare");
    }

    @Test
    void anEdgeIsHiddenFromTheMenuFoundByKeysAndShown() throws Exception {
        Slot edge = Slot.of("p5", "b");
        select(edge);
        action("chain.hide");
        WindowFixture.await(() -> asked().contains("the gradient of out_h1 that comes back from p5"));
        action("panel.inspector");
        assertThat(Perceived.matching(editor, OF_EDGE)).isEmpty();
        assertThat(reason("chain.copy")).contains("hidden");
        WindowFixture.await(
                () -> editor.window.textBox("predict.answer").target().isFocusOwner());
        answer("0.4");
        WindowFixture.await(() -> said().startsWith("✗ That is the local slope alone"));
        answer("0.0554");
        WindowFixture.await(() -> said().equals("✓ Right."));
        assertThat(Perceived.matching(editor, OF_EDGE)).isNotEmpty();
        assertThat(painted("predict.content")).contains("All that was hidden is found.");
        WindowFixture.await(() -> editor.window.button("predict.again").target().isFocusOwner());
        editor.press(KeyEvent.VK_SPACE);
        assertThat(Perceived.matching(editor, OF_EDGE))
                .as("but for the learner's own answer")
                .allMatch(line -> line.contains("✓ 0.0554"));
        editor.run(editor.window.button("predict.show:out_h1 → p5.b").target()::doClick);
        assertThat(Perceived.matching(editor, OF_EDGE)).isNotEmpty();
    }

    @Test
    void theSelectedOfSeveralIsAskedFirstAndRevealed() throws Exception {
        hide(NodeId.of("out_o1"), NodeId.of("out_o2"));
        WindowFixture.await(() -> asked().contains("the gradient of out_o2 that comes back from E2"));
        select(NodeId.of("out_o1"));
        WindowFixture.await(() -> asked().contains("the gradient of out_o1 that comes back from E1"));
        editor.window.button("predict.reveal").click();
        WindowFixture.await(() -> asked().contains("out_o2"));
        assertThat(editor.frame.bench().stepper().cursor().orElseThrow().isAtEnd())
                .isTrue();
        assertThat(Perceived.matching(editor, Pattern.compile("−0\\.217"))).isEmpty();
    }

    @Test
    void theModeEndsWithItsPart() throws Exception {
        hide(HIDDEN);
        Blanks blanks = editor.frame.bench().stepper().blanks();
        editor.window.checkBox("predict.only").uncheck();
        WindowFixture.await(() -> asked().contains("the gradient that the pass begins with"));
        editor.window.checkBox("predict.only").check();
        WindowFixture.await(() -> asked().contains("the whole gradient of out_h1"));
        select(HIDDEN);
        assertThat(GuiActionRunner.execute(
                        () -> editor.frame.actions().get("chain.hide").name()))
                .isEqualTo("Show again");
        editor.window.button("predict").click();
        assertThat(blanks.isOn()).isFalse();
        assertThat(blanks.marked().isEmpty()).isTrue();
        assertThat(Perceived.matching(editor, NUMBERS)).isNotEmpty();
    }

    @Test
    void whereThereIsNothingToHideItSaysWhy() throws Exception {
        assertThat(reason("chain.hide")).contains("Nothing is selected");
        select(NodeId.of("E"));
        action("node.mute");
        editor.awaitRun();
        select(NodeId.of("w1"));
        WindowFixture.await(() -> reason("chain.hide").contains("Nothing comes back to w1"));
    }

    /** Looks at each panel, with the node, its neighbours and its edges selected. */
    private void everySurface(Pattern numbers, List<String> told) {
        for (String panel : List.of(
                "panel.inspector", "panel.chain", "panel.watch", "panel.health", "panel.text", "panel.outline")) {
            show(panel, true);
            for (String node : List.of("out_h1", "p5")) {
                select(NodeId.of(node));
                note(panel + " at " + node, numbers, told);
            }
            for (Slot edge : List.of(Slot.of("p5", "a"), Slot.of("out_h1", "x"))) {
                select(edge);
                note(panel + " at " + edge, numbers, told);
            }
            show(panel, panel.equals("panel.chain"));
        }
    }

    private void note(String where, Pattern numbers, List<String> told) {
        editor.window.robot().waitForIdle();
        Perceived.matching(editor, numbers).forEach(line -> told.add(where + " " + line));
    }

    private void show(String panel, boolean wanted) {
        Boolean is = GuiActionRunner.execute(
                () -> Boolean.TRUE.equals(editor.frame.actions().get(panel).getValue(javax.swing.Action.SELECTED_KEY)));
        if (is != wanted) {
            action(panel);
        }
    }

    private void watch() {
        select(HIDDEN);
        action("watch.value");
        action("watch.gradient");
    }

    private void hide(NodeId... nodes) throws InterruptedException {
        editor.run(() -> editor.frame.bench().selection().select(Set.of(nodes), Set.of()));
        action("chain.hide");
        editor.run(() -> editor.frame.bench().selection().clear());
        WindowFixture.await(() -> !asked().isEmpty());
    }

    private void select(NodeId node) {
        editor.run(() -> editor.frame.bench().selection().select(node));
    }

    private void select(Slot edge) {
        editor.run(() -> editor.frame.bench().selection().select(edge));
    }

    private void action(String id) {
        editor.run(() -> editor.frame.actions().get(id).run());
    }

    private String reason(String id) {
        return GuiActionRunner.execute(
                () -> editor.frame.actions().get(id).reason().orElse(""));
    }

    private String asked() {
        return String.join(" ", painted("predict.question"));
    }

    private String said() {
        return String.join(" ", painted("predict.verdict"));
    }

    private List<String> painted(String part) {
        return ChainWindowTest.texts(editor, part);
    }

    private void answer(String text) {
        editor.window.textBox("predict.answer").deleteText().enterText(text + "\n");
    }
}
