package chainrule.editor.inspector;

import static chainrule.editor.PanelFixture.on;
import static chainrule.editor.PanelFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.PanelFixture;
import chainrule.editor.document.command.ChangeSettings;
import chainrule.editor.document.command.Disconnect;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.op.Literal;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;

class InspectorWindowTest {
    @Test
    void typingAValueIsOneStepOfUndo() {
        try (PanelFixture fixture = selected("m0-two-paths", "a")) {
            fixture.window.textBox("setting.value").selectAll().enterText("12.5");
            assertThat(value(fixture, "a")).isEqualTo(new Literal.Number(12.5));
            run(() -> fixture.bench.history().undo());
            assertThat(value(fixture, "a")).isEqualTo(new Literal.Number(2));
            assertThat(on(() -> fixture.bench.history().undoLabel())).isEmpty();
            fixture.window.textBox("setting.value").requireText("2");
        }
    }

    @Test
    void whatIsNoNumberStaysInTheFieldWithASentence() {
        try (PanelFixture fixture = selected("m0-two-paths", "a")) {
            fixture.window.textBox("setting.value").selectAll().enterText("2x");
            assertThat(value(fixture, "a")).isEqualTo(new Literal.Number(2));
            run(() -> fixture.bench.evaluator().evaluate());
            fixture.window.textBox("setting.value").requireText("2x");
            assertThat(texts(fixture)).contains("⚠ value is “2x”: it should be a number.");
        }
    }

    @Test
    void aRefusedSettingSaysWhatItShouldBe() {
        try (PanelFixture fixture = selected("m0-two-paths", "a")) {
            fixture.window.button("inspector.more").click();
            fixture.window.textBox("setting.std").selectAll().enterText("-1");
            assertThat(texts(fixture)).contains("⚠ std is -1: it should be at least 0.");
            fixture.window.textBox("setting.std").requireText("-1");
            assertThat(on(() -> fixture.bench
                            .history()
                            .document()
                            .node(NodeId.of("a"))
                            .settings()
                            .literals()
                            .keySet()))
                    .containsExactly("value");
        }
    }

    @Test
    void theFirstInfiniteNodeSaysSo() {
        try (PanelFixture fixture = selected("m0-logsumexp", "e")) {
            Literal large = new Literal.Numbers(Tensor.vector(1000, 1001, 1002));
            run(() -> {
                fixture.bench.history().perform(new ChangeSettings(NodeId.of("x"), "value", large));
                fixture.bench.evaluator().evaluate();
            });
            assertThat(texts(fixture)).contains("⚠ This is the first to be infinite, at step 2.");
        }
    }

    @Test
    void aCellIsEditedFromTheKeyboard() {
        try (PanelFixture fixture = selected("m0-matvec", "W")) {
            JTable table = fixture.window.table("setting.value.grid").target();
            run(() -> {
                table.requestFocusInWindow();
                table.changeSelection(0, 1, false, false);
                table.editCellAt(0, 1);
                ((JTextComponent) table.getEditorComponent()).setText("7,5");
                table.getCellEditor().stopCellEditing();
            });
            assertThat(value(fixture, "W"))
                    .isEqualTo(new Literal.Numbers(Tensor.of(Shape.of(2, 3), 1, 7.5, 3, 4, 5, 6)));
        }
    }

    @Test
    void aBlockIsPastedAtTheMarkedCellInOneStepAndTheGridGrows() {
        try (PanelFixture fixture = selected("m0-matvec", "W")) {
            JTable table = fixture.window.table("setting.value.grid").target();
            TensorGrid grid = on(() -> (TensorGrid) SwingUtilities.getAncestorOfClass(TensorGrid.class, table));
            run(() -> {
                table.changeSelection(1, 1, false, false);
                grid.paste("10\t20\n30\t40,5");
            });
            assertThat(value(fixture, "W"))
                    .isEqualTo(new Literal.Numbers(Tensor.of(Shape.of(3, 3), 1, 2, 3, 4, 10, 20, 0, 30, 40.5)));
            assertThat(on(table::getRowCount)).isEqualTo(3);
            run(() -> fixture.bench.history().undo());
            assertThat(on(table::getRowCount)).isEqualTo(2);
            run(() -> grid.paste("1\tno"));
            assertThat(texts(fixture)).contains("⚠ value cannot be pasted: “no” in row 1, column 2 is not a number.");
        }
    }

    @Test
    void drawnNumbersAreShownAndNotZero() {
        try (PanelFixture fixture = selected("m0-matvec", "W")) {
            NodeId node = NodeId.of("W");
            run(() -> {
                var history = fixture.bench.history();
                history.perform(new ChangeSettings(node, "init", new Literal.Text("he_normal")));
                history.perform(new ChangeSettings(node, "shape", new Literal.Numbers(Tensor.vector(2, 3))));
                history.perform(new ChangeSettings(node, "value", null));
            });
            JTable table = fixture.window.table("setting.value.grid").target();
            assertThat(on(() -> table.getColumnCount())).isEqualTo(3);
            assertThat(on(() -> table.getValueAt(0, 0))).isNotEqualTo(0.0);
        }
    }

    @Test
    void aShapeIsTyped() {
        try (PanelFixture fixture = selected("m0-matvec", "W")) {
            fixture.window
                    .textBox("setting.value.shape")
                    .selectAll()
                    .enterText("2 x 2")
                    .pressAndReleaseKeys(KeyEvent.VK_ENTER);
            assertThat(value(fixture, "W")).isEqualTo(new Literal.Numbers(Tensor.of(Shape.of(2, 2), 1, 2, 4, 5)));
        }
    }

    @Test
    void aNodeIsRenamedInPlaceUnlessTheNameIsTaken() {
        try (PanelFixture fixture = selected("m0-two-paths", "a")) {
            fixture.window.textBox("inspector.name").selectAll().enterText("b");
            assertThat(texts(fixture)).contains("⚠ Another node is called b: a name should be used once.");
            fixture.window
                    .textBox("inspector.name")
                    .selectAll()
                    .enterText("alpha")
                    .pressAndReleaseKeys(KeyEvent.VK_ENTER);
            assertThat(on(() -> fixture.bench.history().document().graph().has(NodeId.of("alpha"))))
                    .isTrue();
            assertThat(on(() -> fixture.bench.selection().onlyNode())).contains(NodeId.of("alpha"));
        }
    }

    @Test
    void theSumOfTheContributionsIsShownAsItArrives() {
        try (PanelFixture fixture = selected("m0-two-paths", "b")) {
            assertThat(texts(fixture)).contains("from d", "from c", "3 + 2 =");
            run(() -> fixture.bench.stepper().moveTo(6));
            assertThat(texts(fixture)).contains("… + …", "not yet").doesNotContain("0");
        }
    }

    @Test
    void formulasCarryTheGraphsNamesAndNumbers() {
        try (PanelFixture fixture = selected("m0-two-paths", "c")) {
            assertThat(texts(fixture)).contains("c = a + b = 2 + 1", "b̄ += c̄ · ∂c/∂b", "= 2 · 1 =");
        }
    }

    @Test
    void anEdgeIsUpstreamTimesLocal() {
        try (PanelFixture fixture = inspector("m0-two-paths")) {
            run(() -> fixture.bench.selection().select(Slot.of("e", "b")));
            assertThat(texts(fixture)).contains("d → e.b", "upstream, gradient of e", "local, ∂e/∂d", "= 1 · 3 =");
        }
    }

    @Test
    void aProblemIsListedAndLeadsToItsNode() {
        try (PanelFixture fixture = inspector("m0-two-paths")) {
            run(() -> fixture.bench.history().perform(new Disconnect(Slot.of("d", "x"))));
            fixture.window.button("inspector.problem.d").click();
            assertThat(on(() -> fixture.bench.selection().onlyNode())).contains(NodeId.of("d"));
            assertThat(texts(fixture)).contains("⚠ Input x of d is not connected.", "d  (stale)");
        }
    }

    @Test
    void theHelpUnfolds() {
        try (PanelFixture fixture = selected("m0-two-paths", "c")) {
            fixture.window.button("inspector.help").click();
            assertThat(texts(fixture)).contains("When to use it", "→ y = a + b", "← ā = ȳ");
        }
    }

    private static PanelFixture selected(String preset, String node) {
        PanelFixture fixture = inspector(preset);
        run(() -> fixture.bench.selection().select(NodeId.of(node)));
        return fixture;
    }

    private static PanelFixture inspector(String preset) {
        return PanelFixture.of(preset, InspectorPanel::new);
    }

    private static Literal value(PanelFixture fixture, String node) {
        return on(() -> fixture.bench
                .history()
                .document()
                .node(NodeId.of(node))
                .settings()
                .literals()
                .get("value"));
    }

    /** All that can be read. */
    private static List<String> texts(PanelFixture fixture) {
        return on(() -> {
            List<String> texts = new ArrayList<>();
            collect((Container) fixture.window.target(), texts);
            return texts;
        });
    }

    private static void collect(Container container, List<String> texts) {
        for (Component child : container.getComponents()) {
            if (!child.isVisible()) {
                continue;
            }
            if (child instanceof JLabel label) {
                texts.add(label.getText());
            } else if (child instanceof JTextComponent text) {
                texts.add(text.getText());
            }
            if (child instanceof Container inner) {
                collect(inner, texts);
            }
        }
    }
}
