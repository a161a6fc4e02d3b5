package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.theme.Colors;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import java.awt.Component;
import java.awt.Container;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.exception.ComponentLookupException;
import org.junit.jupiter.api.Test;

/** The chain-rule panel in the window, by the mouse and by keys. */
class ChainWindowTest {
    @Test
    void anEdgeIsUpstreamTimesLocalAndItsFactorsPointAtTheCanvas() throws Exception {
        try (WindowFixture editor = shown("m0-two-paths", Slot.of("d", "x"))) {
            assertThat(texts(editor, "chain.edge")).containsSubsequence("d̄", "3", "× ∂d/∂b", "1", "= b̄", "3");
            assertThat(texts(editor, "chain.sum")).containsSubsequence("from d", "3", "+ from c", "2", "= b̄", "5");
            assertThat(texts(editor, "chain.paths"))
                    .contains("2 paths lead from b to e: slopes are multiplied along each, and the products added.")
                    .containsSubsequence("b → d → e", "3", "+ b → c → e", "2", "= b̄", "5");
            assertThat(yellow(editor)).isZero();
            editor.window.button("chain.upstream").click();
            WindowFixture.await(() -> yellow(editor) > 50);
            WindowFixture.await(() -> yellow(editor) == 0);
            editor.window.button("chain.path.1").click();
            WindowFixture.await(() -> yellow(editor) > 50);
        }
    }

    @Test
    void keysGoToTheLinksAndCopyTheLine() throws Exception {
        try (WindowFixture editor = shown("m0-two-paths", Slot.of("d", "x"))) {
            editor.run(() -> editor.frame.canvas().requestFocusInWindow());
            editor.window.robot().waitForIdle();
            editor.window.robot().pressAndReleaseKey(KeyEvent.VK_F9);
            WindowFixture.await(
                    () -> editor.window.button("chain.upstream").target().isFocusOwner());
            editor.window.robot().pressAndReleaseKey(KeyEvent.VK_ENTER);
            WindowFixture.await(() -> yellow(editor) > 50);
            editor.window.robot().pressKey(KeyEvent.VK_SHIFT);
            editor.window.robot().pressAndReleaseKey(KeyEvent.VK_F9);
            editor.window.robot().releaseKey(KeyEvent.VK_SHIFT);
            WindowFixture.await(() -> clipboard(editor).startsWith("\\bar{b} \\mathrel{+}= \\bar{d}"));
            assertThat(clipboard(editor)).endsWith("= 3 \\cdot 1 = 3");
        }
    }

    @Test
    void whatHasNotFlowedBackIsNotYetThere() throws Exception {
        try (WindowFixture editor = shown("m0-two-paths", Slot.of("c", "b"))) {
            editor.run(() -> editor.frame.bench().stepper().moveTo(9));
            assertThat(GuiActionRunner.execute(
                            () -> editor.frame.actions().get("chain.copy").reason()))
                    .as("what is to be predicted is not copied either")
                    .hasValueSatisfying(reason -> assertThat(reason).contains("has not flowed back"));
            WindowFixture.await(
                    () -> texts(editor, "chain.paths").stream().anyMatch(text -> text.startsWith("Not yet")));
            assertThat(texts(editor, "chain.edge")).contains("not yet").doesNotContain("2");
            assertThat(texts(editor, "chain.sum")).containsSubsequence("from d", "3", "+ from c", "not yet");
            editor.run(() -> editor.frame.bench().selection().clear());
            WindowFixture.await(() -> texts(editor, "chain").contains("b → d.x"));
            editor.run(() -> editor.frame.bench().stepper().next());
            WindowFixture.await(() -> texts(editor, "chain").contains("a → c.a"));
        }
    }

    @Test
    void tensorsShowShapesTheTransposeAndTheHeatMap() throws Exception {
        try (WindowFixture editor = shown("m0-matvec", Slot.of("z", "a"))) {
            assertThat(texts(editor, "chain.shapes")).contains("W̄ = z̄ xᵀ", "2×3 = 2×1 · 1×3");
            assertThat(texts(editor, "chain.edge")).contains("2×6 slopes", "∂z/∂W as a heat map");
            editor.window.comboBox("chain.paths.from").selectItem("x");
            WindowFixture.await(() -> texts(editor, "chain.paths").contains("x → z → s"));
            editor.run(() -> editor.frame.bench().selection().select(NodeId.of("s")));
            WindowFixture.await(() -> texts(editor, "chain").contains("Gradient of s"));
            assertThat(texts(editor, "chain")).contains("Select an edge, or step to where a gradient is pulled back.");
        }
    }

    @Test
    void wherePathsAreTooManySomeAreListedAndAllAreCounted() throws Exception {
        try (WindowFixture editor = WindowFixture.open()) {
            editor.openAndRun("b3-mazur-layers");
            editor.run(() -> editor.frame.actions().get("panel.chain").run());
            WindowFixture.await(() -> texts(editor, "chain.paths").stream().anyMatch(text -> text.startsWith("= ")));
            assertThat(texts(editor, "chain.paths")).anyMatch(text -> text.contains("lead"));
        }
    }

    @Test
    void bothDirectionsGiveTheSameDerivativeAndSayWhatItCosts() throws Exception {
        try (WindowFixture editor = shown("m0-two-paths", Slot.of("d", "x"))) {
            editor.window.button("sweeps").click();
            WindowFixture.await(() -> texts(editor, "sweeps.content").contains("Multiplications"));
            editor.window.label("sweeps.forward").requireText("5");
            editor.window.label("sweeps.reverse").requireText("5");
            assertThat(texts(editor, "sweeps.table")).containsSubsequence("b", "1", "5", "d", "1", "3", "e", "5", "1");
            assertThat(texts(editor, "sweeps.content"))
                    .contains("This gradient: forward 1 sweep, 4; reverse 1 sweep, 4.")
                    .contains("All gradients of e: forward 2 sweeps, 6; reverse 1 sweep, 5.");
            editor.window.comboBox("chain.paths.from").selectItem("a");
            WindowFixture.await(() -> texts(editor, "sweeps.content").contains("∂e/∂a"));
            editor.window.label("sweeps.forward").requireText("2");
        }
    }

    @Test
    void theRootIsChosenByKeysAndTheSourceByTheMouse() throws Exception {
        try (WindowFixture editor = shown("b3-mazur", Slot.of("p5", "a"))) {
            assertThat(texts(editor, "chain.paths")).contains("w5 → p5 → s3 → net_o1 → out_o1 → E1 → E");
            editor.window.button("sweeps").click();
            WindowFixture.await(() -> texts(editor, "sweeps.content").contains("∂E/∂w5"));
            editor.window.comboBox("chain.paths.to").focus();
            editor.press(KeyEvent.VK_O);
            while (!"out_o1".equals(selected(editor, "chain.paths.to"))) {
                editor.press(KeyEvent.VK_DOWN);
            }
            WindowFixture.await(() -> texts(editor, "sweeps.content").contains("∂out_o1/∂w5"));
            editor.window.label("sweeps.forward").requireText("0.1108");
            editor.window.label("sweeps.reverse").requireText("0.1108");
            WindowFixture.await(() -> texts(editor, "chain.paths").contains("w5 → p5 → s3 → net_o1 → out_o1"));
            assertThat(texts(editor, "chain.paths")).contains("0.1108");
            assertThat(texts(editor, "chain.edge"))
                    .as("the edge itself is of the pass")
                    .contains("0.08217");
            editor.window.comboBox("chain.paths.from").selectItem("w1");
            WindowFixture.await(() -> texts(editor, "sweeps.content").contains("∂out_o1/∂w1"));
            editor.run(() -> editor.frame.bench().selection().select(Slot.of("p8", "a")));
            WindowFixture.await(() -> texts(editor, "chain.heading").contains("w8 → p8.a"));
            assertThat(selected(editor, "chain.paths.to")).as("the root stays").isEqualTo("out_o1");
            assertThat(selected(editor, "chain.paths.from"))
                    .as("w8 does not lead there")
                    .isNotEqualTo("w8");
            editor.run(() -> editor.frame.bench().stepper().moveTo(3));
            WindowFixture.await(
                    () -> texts(editor, "chain.paths").contains("Not yet: out_o1 is computed further on in the pass."));
        }
    }

    private static String selected(WindowFixture editor, String box) {
        return GuiActionRunner.execute(
                () -> String.valueOf(editor.window.comboBox(box).target().getSelectedItem()));
    }

    @Test
    void anEdgeIsCheckedByKeysAndTheStepSizeIsChosen() throws Exception {
        try (WindowFixture editor = shown("m0-two-paths", Slot.of("d", "x"))) {
            editor.run(() -> editor.frame.canvas().requestFocusInWindow());
            editor.window.robot().waitForIdle();
            editor.window.robot().pressKey(KeyEvent.VK_SHIFT);
            editor.window.robot().pressAndReleaseKey(KeyEvent.VK_F4);
            editor.window.robot().releaseKey(KeyEvent.VK_SHIFT);
            WindowFixture.await(() -> texts(editor, "check.content").contains("✓ They agree: the gradient is right."));
            editor.window.label("check.analytic").requireText("3");
            assertThat(texts(editor, "check.content")).contains("gradient of the edge into d.x");
            editor.window.slider("check.h").focus();
            String before = editor.window.label("check.at").text();
            editor.window.robot().pressAndReleaseKey(KeyEvent.VK_RIGHT);
            WindowFixture.await(
                    () -> !before.equals(editor.window.label("check.at").text()));
            editor.run(() -> editor.frame.bench().stepper().moveTo(7));
            WindowFixture.await(() ->
                    texts(editor, "check.content").contains("Not yet: the gradient has not flowed back to here."));
        }
    }

    @Test
    void anElementOfATensorIsChosen() throws Exception {
        try (WindowFixture editor = shown("m0-matvec", Slot.of("z", "a"))) {
            editor.run(() -> editor.frame.actions().get("chain.check").run());
            WindowFixture.await(() -> texts(editor, "check.content").contains("✓ They agree: the gradient is right."));
            editor.window.spinner("check.element").enterTextAndCommit("2");
            WindowFixture.await(
                    () -> editor.window.label("check.analytic").text().equals("−1"));
            editor.run(() -> editor.frame.actions().get("chain.sweeps").run());
            WindowFixture.await(() -> texts(editor, "sweeps.content").contains("Multiplications"));
            editor.window.spinner("sweeps.element").enterTextAndCommit("5");
            WindowFixture.await(() -> texts(editor, "sweeps.content").contains("∂s/∂W[5]"));
            editor.window.label("sweeps.forward").requireText("−1");
        }
    }

    @Test
    void theNextStepIsPredictedByKeysAndMistakesAreNamed() throws Exception {
        try (WindowFixture editor = shown("m0-two-paths", Slot.of("d", "x"))) {
            editor.run(() -> editor.frame.canvas().requestFocusInWindow());
            editor.window.robot().waitForIdle();
            editor.window.robot().pressKey(KeyEvent.VK_CONTROL);
            editor.window.robot().pressAndReleaseKey(KeyEvent.VK_F9);
            editor.window.robot().releaseKey(KeyEvent.VK_CONTROL);
            asks(editor, "What is the gradient that the pass begins with at e?");
            WindowFixture.await(
                    () -> editor.window.textBox("predict.answer").target().isFocusOwner());
            assertThat(editor.stepsDone()).isEqualTo(5);
            assertThat(texts(editor, "chain.edge")).contains("not yet").doesNotContain("3");
            editor.window.robot().pressAndReleaseKey(KeyEvent.VK_1);
            editor.window.robot().pressAndReleaseKey(KeyEvent.VK_ENTER);
            asks(editor, "What is the gradient of c that comes back from e?");
            WindowFixture.await(
                    () -> editor.window.textBox("predict.answer").target().isFocusOwner());
            answer(editor, "1");
            WindowFixture.await(() -> said(editor).startsWith("✗ That is the gradient from upstream alone"));
            assertThat(editor.stepsDone()).isEqualTo(6);
            answer(editor, "-2");
            WindowFixture.await(() -> said(editor).equals("✗ The size is right, the sign is not."));
            answer(editor, "two");
            WindowFixture.await(() -> said(editor).startsWith("✗ “two” is no number"));
            answer(editor, "2");
            asks(editor, "What is the gradient of d that comes back from e?");
            assertThat(said(editor)).isEqualTo("✓ Right.");
            assertThat(texts(editor, "predict.content")).contains("Your answers: 2 of 4 right");
        }
    }

    @Test
    void aFanOutIsSummedAndTheMouseReveals() throws Exception {
        try (WindowFixture editor = shown("m0-two-paths", Slot.of("d", "x"))) {
            editor.run(() -> editor.frame.bench().stepper().moveTo(10));
            editor.window.button("predict").click();
            asks(editor, "What is the gradient of b that comes back from c?");
            editor.window.button("predict.reveal").click();
            asks(editor, "What is the whole gradient of b?");
            answer(editor, "3");
            WindowFixture.await(() -> said(editor).startsWith("✗ That is one contribution"));
            editor.window.comboBox("predict.kind").selectItem(1);
            answer(editor, "-");
            WindowFixture.await(() -> said(editor).equals("✗ The size is right, the sign is not."));
            answer(editor, "+");
            WindowFixture.await(() -> said(editor).equals("✓ Right."));
            editor.window.comboBox("predict.kind").selectItem(0);
            answer(editor, "5");
            WindowFixture.await(
                    () -> texts(editor, "predict.content").contains("The pass is over: nothing is left to predict."));
            editor.window.comboBox("predict.hidden").selectItem(1);
            asks(editor, "What is the value of a?");
            assertThat(editor.stepsDone()).isZero();
        }
    }

    @Test
    void aShapeIsPredicted() throws Exception {
        try (WindowFixture editor = shown("m0-matvec", Slot.of("z", "a"))) {
            editor.run(() -> editor.frame.bench().stepper().moveTo(6));
            editor.run(() -> editor.frame.actions().get("chain.predict").run());
            asks(editor, "What is the gradient of W that comes back from z, element 0?");
            editor.window.comboBox("predict.kind").selectItem(2);
            answer(editor, "3x2");
            WindowFixture.await(() -> said(editor).startsWith("✗ Rows and columns are exchanged"));
            answer(editor, "six");
            WindowFixture.await(() -> said(editor).startsWith("✗ “six” is no shape"));
            answer(editor, "2×3");
            WindowFixture.await(() -> said(editor).equals("✓ Right."));
            editor.window.spinner("predict.element").enterTextAndCommit("2");
            asks(editor, "What is the gradient of W that comes back from z, element 2?");
        }
    }

    private static void asks(WindowFixture editor, String question) throws InterruptedException {
        WindowFixture.await(() -> texts(editor, "predict.question").contains(question));
    }

    private static String said(WindowFixture editor) {
        List<String> said = texts(editor, "predict.verdict");
        return said.isEmpty() ? "" : said.get(0);
    }

    private static void answer(WindowFixture editor, String text) {
        editor.window.textBox("predict.answer").deleteText().enterText(text + "\n");
    }

    private static WindowFixture shown(String preset, Slot edge) throws InterruptedException {
        WindowFixture editor = WindowFixture.open();
        editor.openAndRun(preset);
        editor.run(() -> editor.frame.bench().selection().select(edge));
        editor.run(() -> editor.frame.actions().get("panel.chain").run());
        editor.run(() -> editor.frame.actions().get("panel.inspector").run());
        WindowFixture.await(() -> texts(editor, "chain.paths").stream().anyMatch(text -> text.startsWith("= ")));
        return editor;
    }

    /** How much of the canvas is of the colour that marks what is pointed at. */
    private static int yellow(WindowFixture editor) {
        return GuiActionRunner.execute(() -> {
            JComponent canvas = editor.frame.canvas().keyboard();
            BufferedImage image = new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_RGB);
            canvas.paint(image.getGraphics());
            int now = Colors.current().now().getRGB();
            int count = 0;
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    count += image.getRGB(x, y) == now ? 1 : 0;
                }
            }
            return count;
        });
    }

    private static String clipboard(WindowFixture editor) {
        try {
            return editor.clipboard.isDataFlavorAvailable(DataFlavor.stringFlavor)
                    ? (String) editor.clipboard.getData(DataFlavor.stringFlavor)
                    : "";
        } catch (Exception unreadable) {
            return "";
        }
    }

    /** What is written in a part of the panel, from top to bottom. */
    static List<String> texts(WindowFixture editor, String part) {
        return GuiActionRunner.execute(() -> {
            List<String> texts = new ArrayList<>();
            try {
                collect(editor.window.robot().finder().findByName(editor.frame, part, true), texts);
            } catch (ComponentLookupException notThere) {
                texts.clear();
            }
            return texts;
        });
    }

    private static void collect(Component part, List<String> texts) {
        if (part instanceof JLabel label && label.getText() != null) {
            texts.add(label.getText());
        } else if (part instanceof JTextComponent text) {
            texts.add(text.getText());
        } else if (part instanceof javax.swing.AbstractButton button) {
            boolean broken = button.getText() != null && button.getText().startsWith("<html>");
            texts.add(broken ? button.getAccessibleContext().getAccessibleName() : button.getText());
        }
        if (part instanceof Container inner) {
            for (Component child : inner.getComponents()) {
                collect(child, texts);
            }
        }
    }
}
