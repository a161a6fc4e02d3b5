package chainrule.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Samples;
import chainrule.graph.NodeId;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.geom.Rectangle2D;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuidesTest {
    private static final NodeId A = NodeId.of("a");
    private static final NodeId P = NodeId.of("p");

    private CanvasFixture window;

    @BeforeEach
    void open() throws Exception {
        window = new CanvasFixture(Samples.product());
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private Guides guides(double x, double y) throws Exception {
        return CanvasFixture.onEdt(
                () -> Guides.of(window.canvas.scene(), Set.of(P), new Rectangle2D.Double(x, y, 176, 94), 5));
    }

    @Test
    void aBoxIsBroughtInLineWithTheNearestEdgeOrMiddle() throws Exception {
        Guides guides = guides(43, 600);
        assertThat(guides.dx()).isEqualTo(-3);
        assertThat(guides.dy()).isZero();
        assertThat(guides.lines()).isNotEmpty().allSatisfy(line -> assertThat(line.getX1())
                .isEqualTo(line.getX2()));
        assertThat(guides(400, 38).dy()).isEqualTo(2);
        assertThat(guides(400, 600)).isEqualTo(Guides.none());
    }

    @Test
    void aDraggedNodeStopsInLineAndAltFreesIt() throws Exception {
        Point from = window.title(P);
        window.press(from, 0);
        Point to = new Point(from.x + 7, from.y - 57);
        window.drag(to);
        window.drag(to);
        window.painted();
        window.release(to);
        assertThat(window.history.document().at(P).y())
                .isEqualTo(window.history.document().at(A).y());
        window.history.undo();
        window.press(from, 0);
        window.drag(to);
        window.release(to, InputEvent.ALT_DOWN_MASK);
        assertThat(window.history.document().at(P).x() % Grid.PITCH).isNotZero();
    }
}
