package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.canvas.Hit;
import chainrule.editor.document.Document;
import chainrule.editor.palette.PalettePanel;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Point;
import java.awt.event.KeyEvent;
import java.util.List;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes that are added by search: into a wire, one behind the other, and never on another one. */
class AddingTest {
    private static final NodeId A = NodeId.of("a");
    private static final NodeId C = NodeId.of("c");
    private static final Slot CA = Slot.of("c", "a");

    private WindowFixture editor;

    @BeforeEach
    void open() throws Exception {
        editor = WindowFixture.open();
        editor.openAndRun("m0-two-paths");
    }

    @AfterEach
    void close() {
        editor.close();
    }

    @Test
    void aNodeThatIsAskedForOverAWireIsPutIntoIt() {
        Document before = document();
        overWire();
        search("tanh");
        enter(false);
        NodeId added = NodeId.of("tanh");
        assertThat(graph().into(CA)).get().extracting(e -> e.from().node()).isEqualTo(added);
        assertThat(graph().into(Slot.of("tanh", "x")))
                .get()
                .extracting(e -> e.from().node())
                .isEqualTo(A);
        editor.run(() -> editor.frame.bench().history().undo());
        assertThat(document()).isSameAs(before);
    }

    @Test
    void ctrlAndEnterGoOnBehindTheNewNode() {
        editor.run(() -> editor.frame.canvas().walking().go(new Hit.OnEdge(CA)));
        editor.run(() -> editor.frame.actions().get("wire.insert").run());
        search("tanh");
        enter(true);
        search("exp");
        enter(false);
        assertThat(graph().into(CA))
                .get()
                .extracting(e -> e.from().node().name())
                .isEqualTo("exp");
        assertThat(graph().into(Slot.of("exp", "x")))
                .get()
                .extracting(e -> e.from().node().name())
                .isEqualTo("tanh");
    }

    @Test
    void aChainGrowsBehindAPort() {
        editor.run(() -> editor.frame.canvas().asking().addAt(new Hit.OnSource(Source.of(C))));
        search("tanh");
        enter(true);
        search("exp");
        enter(false);
        assertThat(graph().into(Slot.of("tanh", "x")))
                .get()
                .extracting(e -> e.from().node())
                .isEqualTo(C);
        assertThat(graph().into(Slot.of("exp", "x"))).isPresent();
    }

    @Test
    void aNewNodeLandsOnNoOther() {
        editor.run(() -> {
            Point corner = document().at(C);
            assertThat(editor.frame.canvas().room(corner)).isNotEqualTo(corner);
            for (int i = 0; i < 4; i++) {
                editor.frame.canvas().dropNode(editor.frame.bench().types().get("tanh"), new java.awt.Point(400, 300));
            }
        });
        List<Point> places =
                graph().nodes().stream().map(node -> document().at(node.id())).toList();
        for (Point one : places) {
            assertThat(places.stream()
                            .filter(two -> Math.abs(one.x() - two.x()) < 170 && Math.abs(one.y() - two.y()) < 90))
                    .containsExactly(one);
        }
    }

    @Test
    void theSearchFollowsAThemeThatChangedWhileItWasClosed() {
        for (String theme : List.of("view.dark", "view.light")) {
            editor.run(() -> editor.frame.actions().get(theme).run());
            overWire();
            editor.window.robot().waitForIdle();
            assertThat(GuiActionRunner.execute(
                            () -> editor.window.panel("search").target().getBackground()))
                    .isEqualTo(GuiActionRunner.execute(
                            () -> chainrule.editor.theme.Colors.current().card()));
            editor.window.robot().pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        }
    }

    @Test
    void thePaletteFoldsAllItsShelvesAndFiltersThem() {
        PalettePanel palette = (PalettePanel) editor.window.panel("palette").target();
        editor.window.button("palette.fold").click();
        int folded = lines();
        editor.window.button("palette.fold").click();
        assertThat(lines()).isGreaterThan(3 * folded);
        assertThat(palette.isShowing()).isTrue();
    }

    private int lines() {
        return GuiActionRunner.execute(
                () -> editor.window.list("palette.list").target().getModel().getSize());
    }

    private void overWire() {
        editor.run(() -> {
            var canvas = editor.frame.canvas();
            canvas.walking().go(new Hit.OnEdge(CA));
            canvas.asking().addInto(CA);
        });
    }

    private void search(String words) {
        editor.window.robot().waitForIdle();
        editor.window.textBox("search.field").setText("").enterText(words);
    }

    private void enter(boolean more) {
        var robot = editor.window.robot();
        if (more) {
            robot.pressKey(KeyEvent.VK_CONTROL);
        }
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        if (more) {
            robot.releaseKey(KeyEvent.VK_CONTROL);
        }
        robot.waitForIdle();
    }

    private Document document() {
        return GuiActionRunner.execute(() -> editor.frame.bench().history().document());
    }

    private Graph graph() {
        return document().graph();
    }
}
