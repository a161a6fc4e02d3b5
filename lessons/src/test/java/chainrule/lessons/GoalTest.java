package chainrule.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainrule.catalog.StandardCatalog;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.Catalog;
import chainrule.program.ProgramReader;
import chainrule.program.Reading;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goals hold when what they say is so, and only then. */
class GoalTest {
    private static final Catalog CATALOG = StandardCatalog.create();
    private static final Graph GRAPH = graph(
            """
            w = param(value=[3, -1])
            y = square(w)
            s = sum(y)
            """);

    private final Map<String, Tensor> numbers = new HashMap<>(Map.of(
            "w.y",
            Tensor.vector(3, -1),
            "y.y",
            Tensor.vector(9, 1),
            "s.y",
            Tensor.scalar(Double.POSITIVE_INFINITY),
            "grad w.y",
            Tensor.vector(6, -2)));

    private static Graph graph(String text) {
        return ((Reading.Understood) ProgramReader.read(text, CATALOG, Graph.empty())).graph();
    }

    private Situation situation(boolean atEnd) {
        return new Situation() {
            @Override
            public Graph graph() {
                return GRAPH;
            }

            @Override
            public Optional<Tensor> value(Source source) {
                return Optional.ofNullable(numbers.get(source.node() + ".y"));
            }

            @Override
            public Optional<Tensor> gradient(Source source) {
                return Optional.ofNullable(numbers.get("grad " + source.node() + ".y"));
            }

            @Override
            public boolean isSelected(NodeId node) {
                return node.equals(NodeId.of("w"));
            }

            @Override
            public boolean isSelected(Slot edge) {
                return edge.equals(Slot.of("y", "x"));
            }

            @Override
            public boolean hasArrived(Slot edge) {
                return edge.equals(Slot.of("s", "x"));
            }

            @Override
            public boolean isAtEnd() {
                return atEnd;
            }
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            {"type":"near","of":"w","value":[3,-1],"tol":1e-9};               true
            {"type":"near","of":"w","value":[3,-1.1]};                        false
            {"type":"near","of":"w","value":[3.0004,-1]};                     true
            {"type":"near","of":"w","value":3};                               false
            {"type":"near","of":"w","value":[3,-1,0]};                        false
            {"type":"near","of":"nothing","value":3};                         false
            {"type":"near","of":"grad:w","value":[6,-2]};                     true
            {"type":"near","of":"grad:y","value":[1,1]};                      false
            {"type":"above","of":"y","bound":0};                              true
            {"type":"above","of":"w","bound":0};                              false
            {"type":"above","of":"w","bound":0.5,"abs":true};                 true
            {"type":"below","of":"w","bound":4};                              true
            {"type":"below","of":"w","bound":3};                              false
            {"type":"finite","of":"y"};                                       true
            {"type":"finite","of":"s"};                                       false
            {"type":"infinite","of":"s"};                                     true
            {"type":"infinite","of":"w"};                                     false
            {"type":"opposite_signs","of":"w"};                               true
            {"type":"opposite_signs","of":"y"};                               false
            {"type":"shape","of":"w","value":[2]};                            true
            {"type":"shape","of":"w","value":[3]};                            false
            {"type":"has","node":"square"};                                   true
            {"type":"has","node":"square","count":2};                         false
            {"type":"has_not","node":"add"};                                  true
            {"type":"has_not","node":"sum"};                                  false
            {"type":"max_nodes","count":3};                                   true
            {"type":"max_nodes","count":2};                                   false
            {"type":"path_avoiding","from":"w","to":"s","avoid":"other"};     true
            {"type":"path_avoiding","from":"w","to":"s","avoid":"y"};         false
            {"type":"selected","of":"node:w"};                                true
            {"type":"selected","of":"node:y"};                                false
            {"type":"selected","of":"edge:y.x"};                              true
            {"type":"selected","of":"edge:s.x"};                              false
            {"type":"arrived","of":"edge:s.x"};                               true
            {"type":"arrived","of":"edge:y.x"};                               false
            {"type":"waiting","of":"edge:y.x"};                               true
            {"type":"waiting","of":"edge:other.x"};                           false
            """)
    void holds(String json, boolean holds) throws JsonProcessingException {
        Goal goal = GoalReader.goal(new ObjectMapper().readTree(json));
        assertThat(goal.holds(situation(true))).as(json).isEqualTo(holds);
    }

    @Test
    void theEndOfThePassIsAGoalOfItsOwn() {
        Goal end = new Goal.AtEnd();
        assertThat(end.isOfMoment()).isTrue();
        assertThat(end.holds(situation(true))).isTrue();
        assertThat(end.holds(situation(false))).isFalse();
        assertThat(new Goal.MostNodes(3).isOfMoment()).isFalse();
    }

    @Test
    void aStepIsDoneWhenAllOfItIs() {
        Goal yes = new Goal.MostNodes(3);
        Goal no = new Goal.Shaped(Quantity.of("w"), Shape.of(5));
        assertThat(new LessonStep("a", "", "", List.of(yes), List.of()).isDone(situation(true)))
                .isTrue();
        assertThat(new LessonStep("a", "", "", List.of(yes, no), List.of()).isDone(situation(true)))
                .isFalse();
    }

    @Test
    void linesAreReplacedPutInAndTakenOut() {
        List<LineEdit> edits = List.of(
                new LineEdit("w", "w = param(value=[1, 2])"),
                new LineEdit("+w", "h = relu(w)"),
                new LineEdit("y", "y = square(h)"),
                new LineEdit("s", ""));
        assertThat(LineEdit.applied(edits, GRAPH, CATALOG))
                .isEqualTo(
                        graph(
                                """
                        w = param(value=[1, 2])
                        h = relu(w)
                        y = square(h)
                        """));
        assertThatThrownBy(() -> LineEdit.applied(List.of(new LineEdit("z", "")), GRAPH, CATALOG))
                .hasMessage("no line is that of z");
        assertThatThrownBy(() -> LineEdit.applied(List.of(new LineEdit("w", "")), GRAPH, CATALOG))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLabelStaysWithItsNode() {
        Graph labelled = GRAPH.with(GRAPH.node(NodeId.of("w")).withLabel("weights"));
        Graph after = LineEdit.applied(List.of(new LineEdit("w", "w = param(value=2)")), labelled, CATALOG);
        assertThat(after.node(NodeId.of("w")).label()).isEqualTo("weights");
    }

    @Test
    void aTypeThatThereIsNotIsAMistakeOfTheCourse() {
        assertThatThrownBy(() -> GoalReader.goal(new ObjectMapper().readTree("{\"type\":\"wish\"}")))
                .hasMessage("no goal is of the type wish");
    }
}
