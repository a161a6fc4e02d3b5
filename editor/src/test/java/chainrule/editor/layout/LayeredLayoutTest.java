package chainrule.editor.layout;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.graph.Edge;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayeredLayoutTest {
    private static final Point SIZE = new Point(176, 94);

    /** A diamond a → (b, c) → d, piled up at one place. */
    private final List<Box> pile = List.of(box("a"), box("b"), box("c"), box("d"));

    private final List<Edge> diamond =
            List.of(edge("a", "b", "x"), edge("a", "c", "x"), edge("b", "d", "x"), edge("c", "d", "y"));

    private static Box box(String id) {
        Map<Slot, Point> inputs = new LinkedHashMap<>();
        inputs.put(Slot.of(id, "x"), new Point(0, 50));
        inputs.put(Slot.of(id, "y"), new Point(0, 72));
        return new Box(
                NodeId.of(id), new Point(300, 200), SIZE, inputs, Map.of(Source.of(NodeId.of(id)), new Point(176, 61)));
    }

    private static Edge edge(String from, String to, String port) {
        return new Edge(Source.of(NodeId.of(from)), Slot.of(to, port));
    }

    private static double x(Map<NodeId, Point> places, String id) {
        return places.get(NodeId.of(id)).x();
    }

    @Test
    void edgesGoToTheRightAndNoBoxLiesOnAnother() {
        Map<NodeId, Point> places = LayeredLayout.of(pile, diamond);
        for (Edge edge : diamond) {
            assertThat(places.get(edge.from().node()).x() + SIZE.x())
                    .isLessThan(places.get(edge.to().node()).x());
        }
        assertThat(x(places, "b")).isEqualTo(x(places, "c"));
        assertThat(Math.abs(places.get(NodeId.of("b")).y()
                        - places.get(NodeId.of("c")).y()))
                .isGreaterThan(SIZE.y());
    }

    @Test
    void edgesDoNotCrossWhereTheOrderOfPortsAllowsIt() {
        Map<NodeId, Point> places = LayeredLayout.of(pile, diamond);
        assertThat(places.get(NodeId.of("b")).y())
                .isLessThan(places.get(NodeId.of("c")).y());
    }

    @Test
    void theCornerOfTheWholeStaysAndTheAnswerIsAlwaysTheSame() {
        Map<NodeId, Point> places = LayeredLayout.of(pile, diamond);
        assertThat(places.values().stream().mapToDouble(Point::x).min()).hasValue(300);
        assertThat(places.values().stream().mapToDouble(Point::y).min()).hasValue(200);
        assertThat(LayeredLayout.of(pile, diamond)).isEqualTo(places);
    }

    @Test
    void edgesToNodesThatAreNotLaidOutAreLeftOut() {
        assertThat(LayeredLayout.of(pile.subList(0, 2), diamond)).hasSize(2);
        assertThat(LayeredLayout.of(List.of(), diamond)).isEmpty();
    }
}
