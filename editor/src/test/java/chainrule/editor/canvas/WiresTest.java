package chainrule.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.editor.document.Samples;
import chainrule.editor.document.command.Disconnect;
import chainrule.graph.Edge;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import java.awt.Component;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.util.List;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WiresTest {
    private static final NodeId A = NodeId.of("a");
    private static final NodeId P = NodeId.of("p");
    private static final Slot PA = Slot.of("p", "a");
    private static final Slot PB = Slot.of("p", "b");

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

    private List<chainrule.io.Point> way() {
        return window.history.document().layout().via().getOrDefault(PA, List.of());
    }

    private JTextField field() throws Exception {
        return CanvasFixture.onEdt(() -> {
            for (Component child : window.canvas.control().getComponents()) {
                if (child instanceof JTextField field) {
                    return field;
                }
            }
            return null;
        });
    }

    private void enter(String text) throws Exception {
        JTextField field = field();
        CanvasFixture.onEdt(() -> {
            field.setText(text);
            field.getActionForKeyStroke(KeyStroke.getKeyStroke("ENTER")).actionPerformed(null);
            return true;
        });
    }

    @Test
    void ctrlAndADragFromAnOutputMoveAllItsWires() throws Exception {
        window.dragFrom(window.at(chainrule.graph.Source.of(chainrule.graph.NodeId.of("a"))), window.at(PB));
        Document both = window.history.document();
        window.press(
                window.at(chainrule.graph.Source.of(chainrule.graph.NodeId.of("a"))),
                java.awt.event.InputEvent.CTRL_DOWN_MASK);
        Point to = window.at(chainrule.graph.Source.of(chainrule.graph.NodeId.of("b")));
        window.drag(to);
        window.drag(to);
        window.release(to, java.awt.event.InputEvent.CTRL_DOWN_MASK);
        assertThat(window.history.document().graph().edges())
                .hasSize(2)
                .allMatch(edge -> edge.from().node().name().equals("b"));
        window.history.undo();
        assertThat(window.history.document()).isSameAs(both);
    }

    @Test
    void aDoubleClickLeadsAnEdgeThroughAPointThatIsDraggedAndLeftOut() throws Exception {
        Point middle = window.middleOf(PA);
        window.doubleClick(middle);
        assertThat(way()).hasSize(1);
        chainrule.io.Point first = way().get(0);
        assertThat(first).isEqualTo(Grid.snapped(first));
        Point bend = CanvasFixture.onEdt(() -> {
            var at = window.canvas.viewport().toComponent(new java.awt.geom.Point2D.Double(first.x(), first.y()));
            return new Point((int) at.getX(), (int) at.getY());
        });
        window.dragFrom(bend, new Point(bend.x, bend.y - 80));
        assertThat(way().get(0).y()).isLessThan(first.y());
        assertThat(window.history.undoLabel()).contains("Reroute edge into p.a");
        window.painted();
        window.history.undo();
        window.doubleClick(bend);
        assertThat(way()).isEmpty();
    }

    @Test
    void aPointIsAddedBetweenTheRightOnes() throws Exception {
        Scene scene = CanvasFixture.onEdt(() -> window.canvas.scene());
        Document bent =
                Bends.added(scene, PA, scene.curve(PA).orElseThrow().at(0.5)).applied(start);
        Scene next = new Scene(bent, scene.numbers(), scene.marks(), scene.colors());
        Document twice =
                Bends.added(next, PA, next.curve(PA).orElseThrow().at(0.1)).applied(bent);
        List<chainrule.io.Point> points = twice.layout().via().get(PA);
        assertThat(points).hasSize(2);
        assertThat(points.get(0).x()).isLessThanOrEqualTo(points.get(1).x());
    }

    @Test
    void altAndADragOverTheCanvasSliceWires() throws Exception {
        Point a = window.middleOf(PA);
        Point b = window.middleOf(PB);
        window.press(new Point(a.x, Math.min(a.y, b.y) - 60), InputEvent.ALT_DOWN_MASK);
        window.drag(new Point(a.x, (a.y + b.y) / 2));
        window.painted();
        window.drag(new Point(b.x, Math.max(a.y, b.y) + 60));
        window.release(new Point(b.x, Math.max(a.y, b.y) + 60));
        assertThat(window.history.document().graph().edges()).isEmpty();
        assertThat(window.history.undoLabel()).contains("Delete 2 edges");
    }

    @Test
    void ctrlAndADragLeaveANodeAndDragACopy() throws Exception {
        Point from = window.title(A);
        Point to = new Point(from.x + 200, from.y + 150);
        window.press(from, InputEvent.CTRL_DOWN_MASK);
        window.drag(to);
        window.drag(to);
        window.release(to);
        NodeId copy = NodeId.of("a2");
        assertThat(window.history.document().at(A)).isEqualTo(start.at(A));
        assertThat(window.history.document().at(copy).x())
                .isGreaterThan(start.at(A).x());
        assertThat(window.selection.onlyNode()).contains(copy);
        window.history.undo();
        assertThat(window.history.document()).isSameAs(start);
    }

    @Test
    void aDoubleClickOnTheNameChangesIt() throws Exception {
        window.doubleClick(window.title(A));
        enter("two words");
        assertThat(window.canvas.balloon().text()).contains("“two words” cannot be a name");
        enter("p");
        assertThat(window.canvas.balloon().text()).contains("Another node is called p");
        enter("weight");
        assertThat(window.history.document().graph().has(NodeId.of("weight"))).isTrue();
        assertThat(field()).isNull();
    }

    @Test
    void aNumberIsTypedBesideAFreeInput() throws Exception {
        window.history.perform(new Disconnect(PB));
        Point port = window.at(PB);
        port.translate(-3, 0);
        window.doubleClick(port);
        enter("many");
        assertThat(window.canvas.balloon().text()).contains("“many” is not a number");
        enter("2.5");
        assertThat(window.history.document().graph().into(PB)).contains(new Edge(Source.of(NodeId.of("constant")), PB));
        assertThat(window.history.undoLabel()).contains("Feed p.b with a number");
        assertThat(window.asked).isEmpty();
        assertThat(window.history.document().graph().has(P)).isTrue();
    }
}
