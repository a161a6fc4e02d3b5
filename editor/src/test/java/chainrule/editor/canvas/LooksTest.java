package chainrule.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.editor.document.Samples;
import chainrule.editor.document.command.ColorNodes;
import chainrule.editor.document.command.MoveNodes;
import chainrule.editor.document.command.Pin;
import chainrule.editor.document.command.Raise;
import chainrule.editor.theme.Tint;
import chainrule.graph.NodeId;
import java.awt.Point;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lies in front, what is pinned, and which colour it has, on the canvas. */
class LooksTest {
    private static final NodeId A = NodeId.of("a");
    private static final NodeId B = NodeId.of("b");

    /** b lies half over a. */
    private final Document start = new MoveNodes(Set.of(B), 40, -110).applied(Samples.product());

    private CanvasFixture window;

    @BeforeEach
    void open() throws Exception {
        window = new CanvasFixture(start);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void theOneInFrontIsSeenAndPressed() throws Exception {
        Point both = both();
        assertThat(hit(both)).isEqualTo(new Hit.OnNode(B));
        perform(new Raise(Set.of(A), true));
        assertThat(hit(both)).isEqualTo(new Hit.OnNode(A));
        assertThat(stack()).last().isEqualTo(A);
        perform(new Raise(Set.of(A), false));
        assertThat(hit(both)).isEqualTo(new Hit.OnNode(B));
        assertThat(stack()).first().isEqualTo(A);
    }

    @Test
    void whatIsSelectedLiesInFront() throws Exception {
        CanvasFixture.onEdt(() -> {
            window.selection.select(A);
            return true;
        });
        assertThat(hit(both())).isEqualTo(new Hit.OnNode(A));
    }

    @Test
    void aPinnedNodeStaysWhereItIsAndSaysWhy() throws Exception {
        perform(new Pin(Set.of(B), true));
        Point title = window.title(B);
        window.press(title, 0);
        window.drag(new Point(title.x + 90, title.y + 60));
        assertThat(balloon()).isEqualTo("b is pinned: unpin it before it is moved.");
        window.release(new Point(title.x + 90, title.y + 60));
        assertThat(document().at(B)).isEqualTo(start.at(B));
        window.key("DELETE");
        assertThat(document().graph().has(B)).isTrue();
        assertThat(balloon()).isEqualTo("b is pinned: unpin it before it is deleted.");
    }

    @Test
    void aColorIsTheGroundOfTheTitle() throws Exception {
        int plain = ground();
        perform(new ColorNodes(Set.of(B), "red"));
        assertThat(ground())
                .isNotEqualTo(plain)
                .isEqualTo(Tint.RED.ground(window.canvas.colors()).getRGB());
    }

    @Test
    void aLabelIsWrittenWhereItStands() throws Exception {
        CanvasFixture.onEdt(() -> {
            window.canvas.label(B);
            var field = (javax.swing.JTextField) window.canvas.control().getComponent(0);
            field.setText("score");
            field.getActionMap().get("ENTER").actionPerformed(null);
            return true;
        });
        assertThat(document().node(B).label()).isEqualTo("score");
        assertThat(window.history.undoLabel()).contains("Label b “score”");
    }

    private Document document() {
        return window.history.document();
    }

    private void perform(chainrule.editor.document.Command command) throws Exception {
        CanvasFixture.onEdt(() -> {
            window.canvas.perform(command);
            return true;
        });
    }

    private String balloon() throws Exception {
        return CanvasFixture.onEdt(() -> window.canvas.balloon().text());
    }

    private List<NodeId> stack() throws Exception {
        return CanvasFixture.onEdt(
                () -> window.canvas.scene().stack().stream().map(Card::id).toList());
    }

    private Hit hit(Point at) throws Exception {
        return CanvasFixture.onEdt(() -> window.canvas.face().hit(at));
    }

    /** A place on the titles of both. */
    private Point both() throws Exception {
        return CanvasFixture.onEdt(() -> {
            var a = window.canvas.scene().card(A).orElseThrow().bounds();
            var b = window.canvas.scene().card(B).orElseThrow().bounds();
            var shared = a.createIntersection(b);
            var at = window.canvas
                    .viewport()
                    .toComponent(new java.awt.geom.Point2D.Double(shared.getCenterX(), shared.getMaxY() - 6));
            return new Point((int) at.getX(), (int) at.getY());
        });
    }

    /** The colour of the title of b beside its words. */
    private int ground() throws Exception {
        Point at = CanvasFixture.onEdt(() -> {
            var title = window.canvas.scene().card(B).orElseThrow().title();
            var place = window.canvas
                    .viewport()
                    .toComponent(new java.awt.geom.Point2D.Double(title.getX() + 5, title.getMaxY() - 4));
            return new Point((int) place.getX(), (int) place.getY());
        });
        return window.painted().getRGB(at.x, at.y);
    }
}
