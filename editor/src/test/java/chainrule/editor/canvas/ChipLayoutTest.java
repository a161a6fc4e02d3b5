package chainrule.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.Samples;
import chainrule.editor.session.Evaluator;
import chainrule.editor.theme.Colors;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.GraphFile;
import chainrule.io.Layout;
import chainrule.io.Point;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChipLayoutTest {
    private static final int NODES = 40;

    /** Nodes close to each other, many of them with several consumers, some with vectors: chips are in each other's way. */
    private static Document crowded(long seed) {
        Random random = new Random(seed);
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        Map<NodeId, Point> places = new LinkedHashMap<>();
        for (int i = 0; i < NODES; i++) {
            NodeId id = NodeId.of("n" + i);
            places.put(id, new Point(i / 8 * 240.0 + random.nextInt(60), i % 8 * 110.0 + random.nextInt(40)));
            if (i < 8) {
                nodes.add(Samples.param("n" + i, random.nextGaussian(), 0, 0).node());
                continue;
            }
            nodes.add(Node.of("n" + i, Samples.CATALOG.get(random.nextBoolean() ? "add" : "mul")));
            edges.add(new Edge(Source.of(NodeId.of("n" + random.nextInt(i))), new Slot(id, "a")));
            edges.add(new Edge(Source.of(NodeId.of("n" + random.nextInt(i))), new Slot(id, "b")));
        }
        Graph graph = Graph.of(nodes, edges).rooted(NodeId.of("n" + (NODES - 1)));
        return new Document(GraphFile.untitled().with(graph).with(new Layout(places, Map.of(), Map.of())));
    }

    private static Scene scene(Document document) {
        Evaluator evaluator = new Evaluator(new History(document), Runnable::run, Runnable::run, 1L << 30);
        evaluator.start();
        evaluator.close();
        return new Scene(document, new Numbers(evaluator.current(), null), Marks.none(), Colors.light());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void chipsHaveTheSamePlacesInWhateverOrderTheyAreAskedFor(long seed) {
        Document document = crowded(seed);
        List<Slot> slots = new ArrayList<>();
        document.graph().edges().forEach(edge -> slots.add(edge.to()));
        ChipLayout inOrder = scene(document).chips();
        Map<Slot, List<Object>> expected = new LinkedHashMap<>();
        slots.forEach(slot -> expected.put(slot, List.of(inOrder.value(slot), inOrder.gradient(slot))));
        Collections.shuffle(slots, new Random(seed));
        ChipLayout shuffled = scene(document).chips();
        for (Slot slot : slots) {
            assertThat(List.<Object>of(shuffled.value(slot), shuffled.gradient(slot)))
                    .as("%s", slot)
                    .isEqualTo(expected.get(slot));
        }
        assertThat(expected.values()).as("chips that had to give way").anySatisfy(both -> assertThat(both.toString())
                .contains("brief=true"));
    }

    @Test
    void noNumberIsWiderThanTheRoomThatIsLookedAtForIt() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            double number = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(616) - 307);
            for (double each : new double[] {number, (float) number, Math.rint(number)}) {
                for (boolean brief : new boolean[] {false, true}) {
                    assertThat(ChipText.width(ChipText.value(Tensor.scalar(each), brief)))
                            .isLessThanOrEqualTo(ChipLayout.WIDEST_NUMBER);
                    assertThat(ChipText.width(ChipText.gradient(Tensor.scalar(each), brief)))
                            .isLessThanOrEqualTo(ChipLayout.WIDEST_NUMBER);
                }
            }
        }
    }
}
