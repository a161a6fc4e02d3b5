package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.session.Vitals;
import chainrule.graph.NodeId;
import chainrule.health.Bounds;
import java.awt.Component;
import java.awt.Point;
import java.awt.event.KeyEvent;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;

/** The health of a pass in the window, by the mouse and by keys. */
class HealthWindowTest {
    @Test
    void theStripIsGoneThroughByKeysAndGoesToTheNode() throws InterruptedException {
        try (WindowFixture editor = WindowFixture.open()) {
            editor.window.moveTo(new Point(0, 0));
            editor.openAndRun("r6-explode");
            editor.run(() -> editor.frame.canvas().requestFocusInWindow());
            editor.press(KeyEvent.VK_F3, KeyEvent.VK_CONTROL);
            JComponent strip = named(editor, "health.norms");
            WindowFixture.await(() -> GuiActionRunner.execute(strip::isFocusOwner));
            assertThat(editor.window.label("health.summary").text()).endsWith("0 vanishing, 8 exploding");
            editor.press(KeyEvent.VK_END);
            assertThat(spoken(strip)).startsWith("Bar 27 of 27: s: 1, within");
            editor.press(KeyEvent.VK_HOME);
            editor.press(KeyEvent.VK_RIGHT);
            String second = editor.window.label("health.pointed").text();
            assertThat(spoken(strip)).isEqualTo("Bar 2 of 27: " + second);
            editor.press(KeyEvent.VK_ENTER);
            NodeId there = GuiActionRunner.execute(
                    () -> editor.frame.bench().selection().onlyNode().orElseThrow());
            assertThat(second).startsWith(there + ": ");
            assertThat(editor.window.label("health.node").text()).isEqualTo("Spread of " + there);
        }
    }

    @Test
    void aBarIsChosenByTheMouseAndBoundsAreRemembered() throws InterruptedException {
        try (WindowFixture editor = WindowFixture.open()) {
            editor.window.moveTo(new Point(0, 0));
            editor.openAndRun("a2-dying-relu");
            editor.run(() -> editor.frame.actions().get("panel.inspector").run());
            editor.run(() -> editor.frame.actions().get("panel.health").run());
            JComponent strip = named(editor, "health.norms");
            editor.window.robot().waitForIdle();
            editor.window.robot().click(strip, new Point(strip.getWidth() - 3, 20));
            assertThat(GuiActionRunner.execute(
                            () -> editor.frame.bench().selection().onlyNode()))
                    .contains(NodeId.of("L"));
            Vitals vitals = editor.frame.bench().vitals();
            GuiActionRunner.execute(
                    () -> ((javax.swing.JTextField) named(editor, "health.exploding")).setText("0.001"));
            GuiActionRunner.execute(
                    () -> ((javax.swing.JTextField) named(editor, "health.exploding")).postActionEvent());
            assertThat(vitals.bounds()).isEqualTo(new Bounds(1e-6, 1e-3, 0.5));
            assertThat(editor.preferences.getDouble("health.exploding", 0)).isEqualTo(1e-3);
            assertThat(GuiActionRunner.execute(vitals::found)).isNotEmpty();
            GuiActionRunner.execute(() -> ((javax.swing.JTextField) named(editor, "health.exploding")).setText("x"));
            GuiActionRunner.execute(
                    () -> ((javax.swing.JTextField) named(editor, "health.exploding")).postActionEvent());
            assertThat(editor.window.textBox("health.said").text())
                    .isEqualTo("⚠ “x” is no number: it should be a bound.");
            editor.press(KeyEvent.VK_F3, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
            assertThat(vitals.isMarking()).isFalse();
            assertThat(editor.preferences.getBoolean("health.marks", true)).isFalse();
        }
    }

    @Test
    void jacobiansOverTimeAreShownForWhatIsUnrolled() throws InterruptedException {
        try (WindowFixture editor = WindowFixture.open()) {
            editor.window.moveTo(new Point(0, 0));
            editor.openAndRun("r6-vanish");
            editor.run(() -> editor.frame.actions().get("panel.inspector").run());
            editor.run(() -> editor.frame.actions().get("health.show").run());
            assertThat(editor.window.comboBox("health.chain").contents()[0]).isEqualTo("h0 … h20 (21 states)");
            JComponent strip = named(editor, "health.time");
            GuiActionRunner.execute(() -> strip.requestFocusInWindow());
            editor.press(KeyEvent.VK_HOME);
            WindowFixture.await(() -> !spoken(strip).endsWith("not yet"));
            assertThat(spoken(strip)).startsWith("Bar 1 of 21: ∂h20/∂h0: 0.0").endsWith("within the bounds");
            editor.press(KeyEvent.VK_END);
            assertThat(spoken(strip)).startsWith("Bar 21 of 21: ∂h20/∂h20: 1, ");
            editor.run(() -> editor.frame.actions().get("step.start").run());
            assertThat(GuiActionRunner.execute(() -> spoken(strip))).isNotNull();
            editor.openAndRun("b3-mazur");
            assertThat(GuiActionRunner.execute(() -> strip.isShowing())).isFalse();
        }
    }

    @Test
    void wiresTellTheGradientWithALegendAndThatIsRemembered() throws InterruptedException {
        try (WindowFixture editor = WindowFixture.open()) {
            editor.window.moveTo(new Point(0, 0));
            editor.openAndRun("b3-mazur");
            JComponent canvas =
                    GuiActionRunner.execute(() -> editor.frame.canvas().keyboard());
            int corner = legend(canvas);
            for (String mode : java.util.List.of("type", "value", "gradient")) {
                editor.run(() -> editor.frame.actions().get("wires." + mode).run());
                assertThat(legend(canvas)).as(mode).isGreaterThan(corner + 200);
                assertThat(editor.preferences.get("wires", "")).isEqualTo(mode);
            }
            editor.run(() -> editor.frame.actions().get("wires.plain").run());
            assertThat(legend(canvas)).isEqualTo(corner);
        }
    }

    @Test
    void theLegendCanBeHiddenIsRememberedAndLiesUnderTheGraphAtFit() throws InterruptedException {
        try (WindowFixture editor = WindowFixture.open()) {
            editor.window.moveTo(new Point(0, 0));
            editor.openAndRun("b3-mazur");
            JComponent canvas =
                    GuiActionRunner.execute(() -> editor.frame.canvas().keyboard());
            editor.run(() -> editor.frame.canvas().camera().fit());
            double middle = middle(editor);
            int corner = legend(canvas);
            assertThat(editor.frame.actions().get("wires.legend").reason()).isPresent();
            editor.run(() -> editor.frame.actions().get("wires.type").run());
            editor.run(() -> editor.frame.canvas().camera().fit());
            assertThat(middle(editor)).as("the graph makes room").isGreaterThan(middle + 5);
            assertThat(legend(canvas)).isGreaterThan(corner + 200);
            editor.run(() -> editor.frame.actions().get("wires.legend").run());
            editor.run(() -> editor.frame.canvas().camera().fit());
            assertThat(middle(editor)).isEqualTo(middle);
            assertThat(legend(canvas)).isLessThan(corner + 50);
            assertThat(editor.preferences.getBoolean("wires.legend", true)).isFalse();
        }
    }

    private static double middle(WindowFixture editor) {
        return GuiActionRunner.execute(
                () -> editor.frame.canvas().camera().middle().y());
    }

    @Test
    void thePanelOpensAtItsTopAndBoundsAreTyped() throws InterruptedException {
        try (WindowFixture editor = WindowFixture.open()) {
            editor.window.moveTo(new Point(0, 0));
            editor.openAndRun("r6-vanish");
            editor.run(() -> editor.frame.canvas().requestFocusInWindow());
            editor.press(KeyEvent.VK_F3, KeyEvent.VK_CONTROL);
            JComponent strip = named(editor, "health.time");
            WindowFixture.await(() -> GuiActionRunner.execute(() -> editor.window
                                    .textBox("health.chainSaid")
                                    .target()
                                    .getText())
                            .length()
                    > 0);
            editor.window.robot().waitForIdle();
            JScrollPane scroll =
                    (JScrollPane) SwingUtilities.getAncestorOfClass(JScrollPane.class, named(editor, "health.chain"));
            assertThat(GuiActionRunner.execute(
                            () -> scroll.getVerticalScrollBar().isVisible()))
                    .as("there is something to scroll to")
                    .isTrue();
            assertThat(GuiActionRunner.execute(
                            () -> scroll.getVerticalScrollBar().getValue()))
                    .isZero();
            assertThat(strip).isNotNull();
            editor.window.textBox("health.vanishing").deleteText().enterText("0.01\n");
            assertThat(editor.frame.bench().vitals().bounds().vanishing()).isEqualTo(0.01);
        }
    }

    /** How many pixels in the corner of the legend are not the ground of the canvas. */
    private static int legend(JComponent canvas) {
        return GuiActionRunner.execute(() -> {
            java.awt.image.BufferedImage image = new java.awt.image.BufferedImage(
                    canvas.getWidth(), canvas.getHeight(), java.awt.image.BufferedImage.TYPE_INT_RGB);
            canvas.paint(image.getGraphics());
            int ground = chainrule.editor.theme.Colors.current().canvas().getRGB();
            int count = 0;
            for (int x = 14; x < 170; x++) {
                for (int y = image.getHeight() - 60; y < image.getHeight() - 14; y++) {
                    count += image.getRGB(x, y) == ground ? 0 : 1;
                }
            }
            return count;
        });
    }

    private static String spoken(JComponent strip) {
        return GuiActionRunner.execute(() -> strip.getAccessibleContext().getAccessibleDescription());
    }

    private static JComponent named(WindowFixture editor, String name) {
        return editor.window.robot().finder().find(editor.frame, new GenericTypeMatcher<JComponent>(JComponent.class) {
            @Override
            protected boolean isMatching(JComponent component) {
                return name.equals(((Component) component).getName());
            }
        });
    }
}
