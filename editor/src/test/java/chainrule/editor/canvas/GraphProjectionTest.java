package chainrule.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.Samples;
import chainrule.editor.document.command.Connect;
import chainrule.editor.document.command.Delete;
import chainrule.editor.document.command.Disconnect;
import chainrule.editor.document.command.MoveNodes;
import chainrule.editor.document.command.Rename;
import chainrule.editor.session.Evaluation;
import chainrule.editor.theme.Colors;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.graph.Validation;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a document was reached, its cells are those that a fresh projection makes. */
class GraphProjectionTest {
    private static final List<String> TYPES = List.of("param", "mul", "tanh", "add_n", "linear");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void afterAnyEditsAndUndosTheCellsEqualAFreshProjection(long seed) {
        Random random = new Random(seed);
        History history = new History(Samples.product());
        GraphProjection projection = new GraphProjection(new CellGraph());
        Scene shown = scene(history.document());
        for (int i = 0; i < 200; i++) {
            edit(history, random);
            Document document = history.document();
            shown = shown.then(document, numbers(document), Marks.none(), Colors.light());
            projection.show(shown);
            GraphProjection fresh = new GraphProjection(new CellGraph());
            fresh.show(scene(history.document()));
            assertThat(projection.described()).as("after edit %d", i).isEqualTo(fresh.described());
        }
        assertThat(history.document().graph().nodes()).isNotEmpty();
    }

    private static Scene scene(Document document) {
        return new Scene(document, numbers(document), Marks.none(), Colors.light());
    }

    private static Numbers numbers(Document document) {
        Validation validation = Validation.of(document.graph());
        Evaluation evaluation =
                new Evaluation(document, Evaluation.State.REJECTED, validation, validation.problems(), null);
        return new Numbers(evaluation, null);
    }

    private static void edit(History history, Random random) {
        Document document = history.document();
        Graph graph = document.graph();
        switch (random.nextInt(8)) {
            case 0, 1 -> add(history, random);
            case 2, 3, 4 -> connect(history, random);
            case 5 ->
                history.perform(new MoveNodes(Set.of(any(graph, random)), random.nextInt(200), -random.nextInt(50)));
            case 6 -> cut(history, random);
            default -> {
                if (random.nextBoolean()) {
                    history.undo();
                } else {
                    NodeId id = any(graph, random);
                    history.perform(new Rename(id, graph.freeId("r")));
                }
            }
        }
    }

    private static void add(History history, Random random) {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        String id = history.document().graph().freeId("n").name();
        history.perform(Samples.node(id, type, random.nextInt(900), random.nextInt(600)));
    }

    private static void connect(History history, Random random) {
        Document document = history.document();
        Node to = document.node(any(document.graph(), random));
        List<Slot> slots = NodeMetrics.slots(document, to);
        if (!slots.isEmpty()) {
            Source from = Source.of(any(document.graph(), random));
            Slot slot = slots.get(random.nextInt(slots.size()));
            if (document.graph().whyNot(from, slot).isEmpty()) {
                history.perform(new Connect(from, slot));
            }
        }
    }

    private static void cut(History history, Random random) {
        Graph graph = history.document().graph();
        if (graph.nodes().size() > 6) {
            history.perform(new Delete(Set.of(any(graph, random)), Set.of()));
        }
        List<Edge> edges = List.copyOf(history.document().graph().edges());
        if (!edges.isEmpty()) {
            history.perform(
                    new Disconnect(edges.get(random.nextInt(edges.size())).to()));
        }
    }

    private static NodeId any(Graph graph, Random random) {
        List<Node> nodes = List.copyOf(graph.nodes());
        return nodes.get(random.nextInt(nodes.size())).id();
    }
}
