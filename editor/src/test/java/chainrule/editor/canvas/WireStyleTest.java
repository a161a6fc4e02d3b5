package chainrule.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.editor.document.Samples;
import chainrule.editor.theme.Colors;
import chainrule.graph.Slot;
import chainrule.io.Point;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wires in curves, in level and upright lines, and straight. */
class WireStyleTest {
    private static final Slot PA = Slot.of("p", "a");
    private static final Point2D FROM = new Point2D.Double(0, 0);

    private final Document start = Samples.product();
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
    void aStraightWireIsTheShortestWay() {
        Point2D to = new Point2D.Double(200, 100);
        EdgeCurve way = EdgeCurve.between(FROM, to, List.of(), WireStyle.STRAIGHT);
        for (Point2D at : way.points()) {
            assertThat(at.getY()).isCloseTo(at.getX() / 2, within());
        }
        assertThat(way.at(1)).isEqualTo(to);
    }

    @Test
    void anOrthogonalWireIsLevelOrUprightAndLevelAtItsEnds() {
        for (Point2D to : List.of(
                new Point2D.Double(200, 100),
                new Point2D.Double(200, 0),
                new Point2D.Double(-200, 20),
                new Point2D.Double(-200, 400))) {
            EdgeCurve way = EdgeCurve.between(FROM, to, List.of(), WireStyle.ORTHOGONAL);
            List<Point2D> points = way.points();
            for (int i = 1; i < points.size(); i++) {
                double dx = Math.abs(points.get(i).getX() - points.get(i - 1).getX());
                double dy = Math.abs(points.get(i).getY() - points.get(i - 1).getY());
                assertThat(Math.min(dx, dy)).isCloseTo(0, within());
            }
            assertThat(points.get(1).getY()).isCloseTo(0, within());
            assertThat(points.get(1).getX()).isGreaterThan(0);
            assertThat(points.get(points.size() - 2).getX()).isLessThan(to.getX());
        }
    }

    @Test
    void theLaneBesideAWireKeepsItsDistance() {
        Point2D to = new Point2D.Double(200, 100);
        EdgeCurve way = EdgeCurve.between(FROM, to, List.of(), WireStyle.ORTHOGONAL);
        EdgeCurve lane = way.beside(3);
        assertThat(lane.points().get(0)).isEqualTo(new Point2D.Double(0, 3));
        Point2D upright = lane.at(0.5);
        assertThat(upright.getX()).isCloseTo(way.at(0.5).getX() - 3, within());
    }

    @Test
    void aReroutePointComesWhereTheWireWasPressed() throws Exception {
        style(WireStyle.ORTHOGONAL);
        window.history.perform(
                new chainrule.editor.document.command.Reroute(PA, List.of(new Point(250, 300), new Point(270, 20))));
        Point2D last = CanvasFixture.onEdt(
                () -> window.canvas.scene().curve(PA).orElseThrow().at(0.95));
        assertThat(Bends.added(window.canvas.scene(), PA, last).points())
                .hasSize(3)
                .element(2)
                .isNotEqualTo(new Point(270, 20));
    }

    @Test
    void theCanvasAndItsPictureRunTheSameWay() throws Exception {
        int curved = distinct(picture());
        style(WireStyle.STRAIGHT);
        Shape path = CanvasFixture.onEdt(
                () -> window.canvas.scene().curve(PA).orElseThrow().path());
        double[] at = new double[6];
        PathIterator steps = path.getPathIterator(null);
        steps.next();
        assertThat(steps.currentSegment(at)).isEqualTo(PathIterator.SEG_CUBICTO);
        assertThat(distinct(picture())).isNotEqualTo(curved);
        style(WireStyle.CURVE);
        assertThat(distinct(picture())).isEqualTo(curved);
    }

    private void style(WireStyle style) throws Exception {
        CanvasFixture.onEdt(() -> {
            window.canvas.wireStyle(style);
            return true;
        });
    }

    private BufferedImage picture() throws Exception {
        return CanvasFixture.onEdt(() -> {
            GraphPicture picture = GraphPicture.of(window.canvas, PictureStyle.of(Colors.light()));
            BufferedImage image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            picture.paint(g);
            g.dispose();
            return image;
        });
    }

    private static int distinct(BufferedImage image) {
        return java.util.Arrays.hashCode(image.getRGB(0, 0, 900, 600, null, 0, 900));
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-6);
    }
}
