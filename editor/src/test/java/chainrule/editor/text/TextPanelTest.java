package chainrule.editor.text;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.PanelFixture;
import chainrule.editor.document.Document;
import chainrule.editor.document.command.Rename;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.io.Point;
import chainrule.op.Literal;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JTextArea;
import javax.swing.JViewport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TextPanelTest {
    private final List<NodeId> revealed = new ArrayList<>();
    private PanelFixture editor;
    private TextPanel panel;
    private JTextArea area;

    @BeforeEach
    void open() {
        editor = PanelFixture.of("m0-two-paths", bench -> {
            panel = new TextPanel(bench, revealed::add);
            return panel;
        });
        area = (JTextArea) editor.window.textBox("text.area").target();
    }

    @AfterEach
    void close() {
        editor.close();
    }

    private String text() {
        return PanelFixture.on(area::getText);
    }

    /** Puts other words in the place of some, as typing does. */
    private void type(String before, String after) {
        PanelFixture.run(() -> {
            int at = area.getText().indexOf(before);
            area.replaceRange(after, at, at + before.length());
            panel.readNow();
        });
    }

    private String said() {
        JTextArea said = (JTextArea) editor.window.robot().finder().find(panel, c -> "text.said".equals(c.getName()));
        return PanelFixture.on(said::getText);
    }

    @Test
    void theGraphIsALineForEachNode() {
        assertThat(text().lines()).hasSize(editor.document().graph().nodes().size() + 1);
        assertThat(text()).contains("a = param(value=", "c = add(a, b)", "e = mul(c, d)", "root e");
    }

    @Test
    void whoGoesBackToTheBeginningOfALongLineSeesTheMarginBeforeIt() {
        JViewport view = (JViewport) area.getParent();
        PanelFixture.run(() -> {
            area.append("# " + "long ".repeat(200));
            view.validate();
            area.setCaretPosition(area.getText().length());
        });
        editor.window.robot().waitForIdle();
        assertThat(PanelFixture.on(() -> view.getViewPosition().x)).isPositive();
        PanelFixture.run(() -> area.setCaretPosition(0));
        editor.window.robot().waitForIdle();
        assertThat(PanelFixture.on(() -> view.getViewPosition().x)).isZero();
    }

    @Test
    void aLineThatIsEditedEditsTheGraphInOneStepOfUndo() {
        Point place = editor.document().at(NodeId.of("c"));
        type("c = add(a, b)", "c = add(a, a)");
        assertThat(editor.document()
                        .graph()
                        .into(Slot.of("c", "b"))
                        .orElseThrow()
                        .from()
                        .node())
                .isEqualTo(NodeId.of("a"));
        assertThat(editor.document().at(NodeId.of("c"))).isEqualTo(place);
        assertThat(PanelFixture.on(() -> editor.bench.history().undoLabel())).contains("Change c");
        PanelFixture.run(() -> editor.bench.history().undo());
        assertThat(text()).contains("c = add(a, b)");
    }

    @Test
    void aMistakeIsSaidAtItsLineAndTheGraphStays() {
        var before = editor.document();
        type("c = add(a, b)", "c = add(a, q)");
        assertThat(said()).isEqualTo("Line 3: There is no node q.");
        assertThat(editor.document()).isSameAs(before);
        assertThat(PanelFixture.on(() -> area.getHighlighter().getHighlights().length))
                .isPositive();
        type("c = add(a, q)", "c = add(a, b)");
        assertThat(said()).isEmpty();
    }

    @Test
    void aNewLineIsANodeRightOfWhatFeedsIt() {
        PanelFixture.run(() -> {
            area.insert("z = scale(e, factor=3)\n", 0);
            panel.readNow();
        });
        var document = editor.document();
        assertThat(document.node(NodeId.of("z")).settings().literals()).containsEntry("factor", new Literal.Number(3));
        assertThat(document.at(NodeId.of("z")).x())
                .isGreaterThan(document.at(NodeId.of("e")).x());
        assertThat(PanelFixture.on(() -> editor.bench.history().undoLabel())).contains("Add z");
    }

    @Test
    void anotherNameOnTheSameLineKeepsThePlace() {
        Point place = editor.document().at(NodeId.of("a"));
        String all = text().replaceAll("\\ba\\b", "alpha");
        PanelFixture.run(() -> {
            area.setText(all);
            panel.readNow();
        });
        assertThat(editor.document().at(NodeId.of("alpha"))).isEqualTo(place);
        assertThat(editor.document().graph().has(NodeId.of("a"))).isFalse();
    }

    @Test
    void theCaretsLineIsTheSelectedNodeAndTheOtherWayRound() {
        editor.window.textBox("text.area").focus();
        PanelFixture.run(() -> area.setCaretPosition(area.getText().indexOf("c = add") + 2));
        editor.window.robot().waitForIdle();
        assertThat(PanelFixture.on(() -> editor.bench.selection().onlyNode())).contains(NodeId.of("c"));
        assertThat(revealed).contains(NodeId.of("c"));
        PanelFixture.run(() -> editor.bench.selection().select(NodeId.of("e")));
        int from =
                PanelFixture.on(() -> area.getHighlighter().getHighlights()[0].getStartOffset());
        assertThat(from).isEqualTo(text().indexOf("e = mul"));
    }

    @Test
    void whatTheCanvasChangesIsWrittenAnew() {
        PanelFixture.run(() -> editor.bench
                .history()
                .perform(new chainrule.editor.document.command.Rename(NodeId.of("c"), NodeId.of("middle"))));
        assertThat(text()).contains("middle = add(a, b)", "e = mul(middle, d)");
    }

    @Test
    void linesThatCannotBeReadYetOutlastAChangeElsewhere() {
        type("c = add(a, b)", "c = add(a, ");
        PanelFixture.run(() -> editor.bench.perform(new Rename(NodeId.of("d"), NodeId.of("half"))));
        assertThat(text()).contains("c = add(a, \n", "half = shift(b, offset=1)", "e = mul(c, half)");
        type("c = add(a, ", "c = add(a, a)");
        assertThat(said()).isEmpty();
        assertThat(editor.document().graph().has(NodeId.of("half"))).isTrue();
        assertThat(editor.document()
                        .graph()
                        .into(Slot.of("c", "b"))
                        .orElseThrow()
                        .from()
                        .node())
                .isEqualTo(NodeId.of("a"));
    }

    @Test
    void anotherDocumentReplacesThemAll() {
        type("c = add(a, b)", "c = add(a, ");
        PanelFixture.run(() -> editor.bench.history().restart(Document.untitled()));
        assertThat(text()).isEmpty();
        assertThat(said()).isEmpty();
    }

    @Test
    void whatWasTypedAndWhatChangedElsewhereComeTogether() {
        String base = "a = param()\nb = param()\nc = add(a, b)\nroot c\n";
        String typed = "a = param(\n# mine\nc = add(a, b)\nd = neg(c)\nroot c\n";
        String now = "a = param()\nb = param()\nc = add(a, a)\nx = relu(c)\nroot x\n";
        assertThat(LineMerge.of(base, typed, now))
                .isEqualTo("a = param(\n# mine\nc = add(a, a)\nd = neg(c)\nroot x\nx = relu(c)\n");
        assertThat(LineMerge.of(base, base, now).lines().sorted().toList())
                .isEqualTo(now.lines().sorted().toList());
    }
}
