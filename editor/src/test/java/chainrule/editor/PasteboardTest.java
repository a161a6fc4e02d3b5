package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.graph.Edge;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Point;
import java.awt.Frame;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.util.Set;
import java.util.stream.Stream;
import javax.swing.TransferHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PasteboardTest {
    private WindowFixture editor;

    @BeforeEach
    void open() {
        editor = WindowFixture.withWorker(task -> {});
        editor.openPreset("m0-two-paths");
    }

    @AfterEach
    void close() {
        editor.close();
    }

    @Test
    void copiesGoThroughTheClipboardAsText() throws Exception {
        select("a", "c");
        run("edit.copy");
        assertThat((String) editor.clipboard.getData(DataFlavor.stringFlavor))
                .contains("\"format\": \"chainrule\"", "\"id\": \"a\"", "\"id\": \"c\"");
        run("edit.paste");
        assertThat(document().graph().into(NodeId.of("c2")))
                .containsExactly(new Edge(Source.of(NodeId.of("a2")), Slot.of("c2", "a")));
        assertThat(editor.frame.bench().selection().nodes()).containsExactly(NodeId.of("a2"), NodeId.of("c2"));
        assertThat(editor.frame.bench().history().undoLabel()).contains("Paste 2 nodes");
    }

    @Test
    void theProgramIsCopiedTooAndPastesAsWell() throws Exception {
        select("a", "b", "c");
        run("edit.copy");
        assertThat((String) editor.clipboard.getData(DataFlavor.fragmentHtmlFlavor))
                .startsWith("<pre>a = param(value=")
                .contains("c = add(a, b)");
        run("edit.copyText");
        assertThat((String) editor.clipboard.getData(DataFlavor.stringFlavor)).contains("c = add(a, b)");
        run("edit.paste");
        assertThat(document().graph().into(Slot.of("c2", "b")).orElseThrow().from())
                .isEqualTo(Source.of(NodeId.of("b2")));
        assertThat(document().at(NodeId.of("c2")).x())
                .isGreaterThan(document().at(NodeId.of("a2")).x());
    }

    @Test
    void aProgramWithAMistakeIsRefusedWithItsLine() {
        Document before = document();
        editor.clipboard.setContents(new StringSelection("a = param(value=1)\nb = tanh(q)"), null);
        run("edit.paste");
        assertThat(document()).isSameAs(before);
        assertThat(told()).isEqualTo("What is on the clipboard cannot be pasted. Line 2: There is no node q.");
    }

    @Test
    void pastingAgainGoesAsideAndOneStepTakesEachBack() {
        select("a");
        run("edit.copy");
        run("edit.paste");
        run("edit.paste");
        Point first = document().at(NodeId.of("a2"));
        assertThat(document().at(NodeId.of("a3"))).isEqualTo(first.plus(20, 20));
        run("edit.undo");
        assertThat(document().graph().has(NodeId.of("a3"))).isFalse();
        assertThat(document().graph().has(NodeId.of("a2"))).isTrue();
    }

    @Test
    void cutTakesTheNodesAwayAndPasteBringsThemBack() {
        Document before = document();
        select("c");
        run("edit.cut");
        assertThat(document().graph().has(NodeId.of("c"))).isFalse();
        run("edit.pasteConnected");
        assertThat(document().graph().into(NodeId.of("c")))
                .isEqualTo(before.graph().into(NodeId.of("c")));
    }

    @Test
    void incomingEdgesComeOnlyWhereAskedFor() {
        select("c");
        run("edit.copy");
        run("edit.paste");
        run("edit.pasteConnected");
        assertThat(document().graph().into(NodeId.of("c2"))).isEmpty();
        assertThat(document().graph().into(NodeId.of("c3"))).hasSize(2);
    }

    @Test
    void foreignTextIsRefusedInASentence() {
        Document before = document();
        editor.clipboard.setContents(new StringSelection("rm -rf everything"), null);
        run("edit.paste");
        assertThat(document()).isSameAs(before);
        assertThat(told())
                .startsWith("What is on the clipboard cannot be pasted. ")
                .endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextDoesNothing(String text) {
        Document before = document();
        editor.clipboard.setContents(new StringSelection(text), null);
        run("edit.paste");
        assertThat(document()).isSameAs(before);
        assertThat(told()).endsWith(".").doesNotContain("Exception");
    }

    static Stream<String> hostile() {
        return Stream.of(
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000),
                "<mxGraphModel><javax.swing.JFrame visible=\"1\"/></mxGraphModel>",
                "{\"@class\": \"javax.swing.JFrame\"}",
                "x".repeat(10 << 20),
                "{\"format\": \"chainrule\", \"version\": 7}");
    }

    @Test
    void theNameOfAClassIsOnlyATypeThatIsMissing() {
        int windows = Frame.getFrames().length;
        editor.clipboard.setContents(
                new StringSelection("{\"format\": \"chainrule\", \"version\": 1, \"nodes\": "
                        + "[{\"id\": \"evil\", \"type\": \"javax.swing.JFrame\"}], \"edges\": []}"),
                null);
        run("edit.paste");
        assertThat(document().graph().type(NodeId.of("evil")).unknown()).isTrue();
        assertThat(Frame.getFrames()).hasSize(windows);
    }

    @Test
    void aTextThatIsDroppedIsReadAndIsOneStep() {
        Document before = document();
        drop("u = param(value=2)\nv = square(u)");
        assertThat(document().graph().into(Slot.of("v", "x"))).isPresent();
        assertThat(editor.frame.bench().history().undoLabel()).contains("Insert 2 nodes");
        run("edit.undo");
        assertThat(document()).isSameAs(before);
        drop("rm -rf everything");
        assertThat(document()).isSameAs(before);
        assertThat(told()).startsWith("What was dropped cannot be read as nodes. ");
    }

    private void drop(String text) {
        editor.run(() -> {
            var control = editor.frame.canvas().keyboard();
            var target = (TransferHandler) control.getTransferHandler();
            target.importData(new TransferHandler.TransferSupport(control, new StringSelection(text)));
        });
    }

    @Test
    void aPieceOfThePaletteComesBelowWhatIsThere() {
        double bottom = document().layout().at().values().stream()
                .mapToDouble(Point::y)
                .max()
                .orElseThrow();
        editor.window.textBox("palette.filter").setText("one neuron");
        editor.window.list("palette.list").item(1).doubleClick();
        assertThat(document().graph().type(NodeId.of("s")).id()).isEqualTo("sum");
        assertThat(document().at(NodeId.of("s")).y()).isGreaterThan(bottom);
        assertThat(editor.frame.bench().selection().nodes()).hasSize(7);
    }

    @Test
    void anEmptyClipboardIsToldSo() {
        run("edit.paste");
        assertThat(told()).isEqualTo("The clipboard holds no text: copy nodes first, here or in another window.");
    }

    @Test
    void anotherWindowTakesWhatWasCopiedHere() {
        select("a", "b", "c", "d", "e");
        run("edit.copy");
        run("file.new");
        run("edit.paste");
        assertThat(document().graph().edges()).hasSize(5);
        assertThat(document().graph().into(Slot.of("e", "a"))).isPresent();
    }

    private void select(String... nodes) {
        editor.run(() -> editor.frame
                .bench()
                .selection()
                .select(
                        Set.copyOf(
                                java.util.Arrays.stream(nodes).map(NodeId::of).toList()),
                        Set.of()));
    }

    private void run(String action) {
        editor.run(() -> editor.frame.actions().get(action).run());
    }

    private Document document() {
        return editor.frame.bench().history().document();
    }

    private String told() {
        return editor.window.label("notice.sentence").text();
    }
}
