package chainrule.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chainrule.catalog.StandardCatalog;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.Catalog;
import chainrule.op.Literal;
import chainrule.tensor.Precision;
import chainrule.tensor.Tensor;
import chainrule.train.Part;
import chainrule.train.Training;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphJsonTest {
    private static final Catalog CATALOG = StandardCatalog.create();

    /** Everything that a file can hold, as it is written. */
    private static final String FULL =
            """
            {
              "format": "chainrule", "version": 1,
              "title": "A \\"small\\" net — größer",
              "precision": "float",
              "nodes": [
                {"id": "x", "type": "param", "settings": {"value": [1, 2.5, -3e-7]}, "at": [40, 120], "mood": true},
                {"id": "w", "type": "param", "settings": {"init": "normal", "shape": [3], "seed": 7, "extra": {"deep": [1, {"a": null}]}}, "at": [40.5, 240]},
                {"id": "p", "type": "mul", "at": [240, 180], "label": "product", "collapsed": true},
                {"id": "u", "type": "teleport", "settings": {"to": "Mars", "odd": [1, [2, 3]], "none": [], "w": ["a", "b"]}},
                {"id": "t", "type": "tanh", "color": "red", "level": 2, "width": 2}
              ],
              "edges": [
                {"from": "w", "to": "p.a"},
                {"from": "x", "to": "p.b", "via": [[100, 200], [150, 250]], "width": 3},
                {"from": "p", "to": "u.left"},
                {"from": "u.beam", "to": "t.x"}
              ],
              "root": "t",
              "training": {"optimizer": {"type": "adam", "lr": 0.001, "beta1": 0.9, "beta2": 0.999, "amsgrad": true}, "schedule": {"type": "step", "gamma": 0.5}, "clip": null, "steps": 250, "only": ["w"]},
              "frames": [
                {"id": "f1", "title": "Frame", "at": [0, 0], "size": [300, 200], "color": "blue", "nodes": ["x", "w"], "locked": true}
              ],
              "notes": [
                {"id": "n1", "text": "**Look**\\nhere", "at": [10, 20], "size": [440, 140], "pinned": false}
              ],
              "blocks": {
                "mine": {"nodes": [
                    {"id": "s", "type": "square", "at": [40, 8], "color": "red"}
                  ],
                  "edges": [],
                  "in": {"x": "s.x"}, "out": {"y": "s"}, "settings": {},
                  "author": "Ada"},
                "empty": {"nodes": [],
                  "edges": [],
                  "in": {}, "out": {}, "settings": {}}
              },
              "view": {"zoom": 1.5, "at": [0, 0]},
              "author": {"name": "Ada", "big": 123456789012345678901234567890}
            }
            """;

    /** The example of the format's description. */
    private static final String DOT =
            """
            {
              "format": "chainrule", "version": 1,
              "title": "Dot product: a weighted score",
              "precision": "double",
              "nodes": [
                {"id": "x", "type": "input", "settings": {"value": [1, 2, 3]}, "at": [40, 120]},
                {"id": "w", "type": "param", "settings": {"value": [0.5, -1, 0.25]}, "at": [40, 240]},
                {"id": "p", "type": "mul", "at": [240, 180]},
                {"id": "d", "type": "sum", "at": [400, 180], "label": "score"}
              ],
              "edges": [
                {"from": "w", "to": "p.a"},
                {"from": "x", "to": "p.b"},
                {"from": "p", "to": "d.x"}
              ],
              "root": "d",
              "training": {"optimizer": {"type": "sgd", "lr": 0.5}, "schedule": {"type": "constant"}, "clip": null, "steps": 100, "only": null},
              "frames": [], "notes": [], "view": {}
            }
            """;

    /** A file of nothing. */
    private static final String BRIEF =
            """
            {
              "format": "chainrule", "version": 1,
              "title": "",
              "precision": "double",
              "nodes": [],
              "edges": [],
              "frames": [], "notes": [], "view": {}
            }
            """;

    @Test
    void anEmptyFileHasTheBriefLayout() throws FileProblem {
        assertThat(GraphJson.write(GraphFile.untitled())).isEqualTo(BRIEF);
        assertThat(GraphJson.read(BRIEF, CATALOG)).isEqualTo(GraphFile.untitled());
    }

    @Test
    void theExampleOfTheFormatIsWrittenAsItStandsThere() throws FileProblem {
        assertThat(GraphJson.write(GraphJson.read(DOT, CATALOG))).isEqualTo(DOT);
    }

    @Test
    void severalOutputsAreNamed() throws FileProblem {
        String text = Texts.of(
                "{\"id\": \"d\", \"type\": \"dataset\"}, {\"id\": \"t\", \"type\": \"tanh\"}",
                "{\"from\": \"d\", \"to\": \"t.x\"}");

        assertThat(GraphJson.write(GraphJson.read(text, CATALOG))).contains("{\"from\": \"d.x\", \"to\": \"t.x\"}");
    }

    @Test
    void aFullFileIsWrittenAsItWasRead() throws FileProblem {
        assertThat(GraphJson.write(GraphJson.read(FULL, CATALOG))).isEqualTo(FULL);
    }

    @Test
    void whatIsReadIsWhatStandsThere() throws FileProblem {
        GraphFile file = GraphJson.read(FULL, CATALOG);
        Graph graph = file.graph();

        assertThat(file.title()).isEqualTo("A \"small\" net — größer");
        assertThat(file.precision()).isEqualTo(Precision.FLOAT);
        assertThat(graph.nodes()).extracting(n -> n.id().name()).containsExactly("x", "w", "p", "u", "t");
        assertThat(graph.node(NodeId.of("x")).settings().literals())
                .containsEntry("value", new Literal.Numbers(Tensor.vector(1, 2.5, -3e-7)));
        assertThat(graph.node(NodeId.of("p")).label()).isEqualTo("product");
        assertThat(graph.chosenRoot()).contains(NodeId.of("t"));
        assertThat(file.layout().of(NodeId.of("w"))).isEqualTo(new Point(40.5, 240));
        assertThat(file.layout().looks())
                .containsOnly(
                        Map.entry(NodeId.of("p"), Look.plain().collapsed(true)),
                        Map.entry(NodeId.of("t"), Look.plain().colored("red").at(2)));
        assertThat(file.layout().via())
                .containsEntry(Slot.of("p", "b"), List.of(new Point(100, 200), new Point(150, 250)));
        assertThat(file.frames())
                .containsExactly(new Frame(
                        "f1",
                        "Frame",
                        new Point(0, 0),
                        new Point(300, 200),
                        "blue",
                        List.of(NodeId.of("x"), NodeId.of("w"))));
        assertThat(file.notes())
                .containsExactly(new Note("n1", "**Look**\nhere", new Point(10, 20), new Point(440, 140)));
    }

    @Test
    void unknownFieldsAreKept() throws FileProblem {
        Extras extras = GraphJson.read(FULL, CATALOG).extras();

        assertThat(extras.top()).containsOnlyKeys("view", "author");
        assertThat(extras.nodes())
                .containsOnly(
                        Map.entry(NodeId.of("x"), Map.of("mood", "true")),
                        Map.entry(NodeId.of("t"), Map.of("width", "2")));
        assertThat(extras.edges()).containsOnly(Map.entry(Slot.of("p", "b"), Map.of("width", "3")));
        assertThat(extras.marks()).containsOnlyKeys("f1", "n1");
    }

    @Test
    void theTrainingBlockIsRead() throws FileProblem {
        Training training = GraphJson.read(FULL, CATALOG).trained().orElseThrow();

        assertThat(training.optimizer().type()).isEqualTo("adam");
        assertThat(training.rate()).isEqualTo(0.001);
        assertThat(training.optimizer().numbers())
                .containsExactly(Map.entry("lr", 0.001), Map.entry("beta1", 0.9), Map.entry("beta2", 0.999));
        assertThat(training.steps()).isEqualTo(250);
        assertThat(training.only()).containsExactly(NodeId.of("w"));
        assertThat(training.schedule()).isEqualTo(Part.of("step", Map.of("gamma", 0.5)));
        assertThat(training.clip()).isNull();
    }

    @Test
    void anEmptyTrainingBlockIsTheStandardOne() throws FileProblem {
        String text = BRIEF.replace("\"edges\": [],", "\"edges\": [], \"training\": {},");
        GraphFile file = GraphJson.read(text, CATALOG);

        assertThat(file.trained()).contains(Training.standard());
        assertThat(GraphJson.write(file))
                .contains(
                        "\"training\": {\"optimizer\": {\"type\": \"sgd\", \"lr\": 0.1}, \"schedule\": {\"type\": \"constant\"}, \"clip\": null, \"steps\": 100, \"only\": null}");
    }

    @Test
    void aMissingTypeBecomesAPlaceholderWithThePortsThatAreUsed() throws FileProblem {
        Graph graph = GraphJson.read(FULL, CATALOG).graph();
        var type = graph.type(NodeId.of("u"));

        assertThat(type.unknown()).isTrue();
        assertThat(type.inputs()).extracting(p -> p.name()).containsExactly("left");
        assertThat(type.outputs()).extracting(p -> p.name()).containsExactly("out", "beam");
        assertThat(graph.into(Slot.of("t", "x")))
                .contains(new Edge(new Source(NodeId.of("u"), "beam"), Slot.of("t", "x")));
    }

    @Test
    void aPortThatIsLeftOutMeansTheFirst() throws FileProblem {
        String text = Texts.of(
                "{\"id\": \"a\", \"type\": \"param\"}, {\"id\": \"t\", \"type\": \"tanh\"}",
                "{\"from\": \"a.out\", \"to\": \"t.x\"}");

        assertThat(GraphJson.write(GraphJson.read(text, CATALOG))).contains("{\"from\": \"a\", \"to\": \"t.x\"}");
    }

    @Test
    void fieldsMayBeMissingAndInAnyOrder() throws FileProblem {
        GraphFile file = GraphJson.read("\uFEFF{\"version\": 1, \"format\": \"chainrule\"}", CATALOG);

        assertThat(file).isEqualTo(GraphFile.untitled());
    }

    @Test
    void numbersThatAreNotFiniteAreStrings() throws FileProblem {
        String node =
                "{\"id\": \"a\", \"type\": \"param\", \"settings\": {\"value\": [\"NaN\", 1, \"Infinity\", \"-Infinity\"], \"std\": \"NaN\"}}";
        GraphFile file = GraphJson.read(Texts.of(node, ""), CATALOG);

        assertThat(file.graph().node(NodeId.of("a")).settings().literals())
                .containsEntry(
                        "value",
                        new Literal.Numbers(
                                Tensor.vector(Double.NaN, 1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)))
                .containsEntry("std", new Literal.Number(Double.NaN));
        assertThat(GraphJson.write(file)).contains(node);
    }

    @ParameterizedTest
    @CsvSource({
        "3.0, 3",
        "-0.0, -0.0",
        "0, 0",
        "0.1, 0.1",
        "2e-3, 0.002",
        "2.0E-5, 2e-5",
        "1.5e300, 1.5e300",
        "1e22, 1e22",
        "4.9e-324, 4.9e-324",
        "2.0E-323, 2e-323",
        "9007199254740991, 9007199254740991",
        "9007199254740993, 9.007199254740992e15",
        "123456789012, 123456789012",
        "1e400, \"Infinity\""
    })
    void numbersAreAsShortAsTheyCanBe(String given, String written) throws FileProblem {
        String node = "{\"id\": \"a\", \"type\": \"param\", \"settings\": {\"value\": %s}}";
        String text = GraphJson.write(GraphJson.read(Texts.of(node.formatted(given), ""), CATALOG));

        assertThat(text).contains(node.formatted(written));
        assertThat(GraphJson.write(GraphJson.read(text, CATALOG))).isEqualTo(text);
    }

    @Test
    void halvesOfPairsAndControlCharactersSurvive() throws FileProblem {
        String text = BRIEF.replace("\"title\": \"\"", "\"title\": \"\\ud800 \\u0001 \\\\ \uD83D\uDE00\"");

        assertThat(GraphJson.write(GraphJson.read(text, CATALOG))).isEqualTo(text);
    }

    static String refusal(String text) {
        return catchThrowableOfType(FileProblem.class, () -> GraphJson.read(text, CATALOG))
                .sentence();
    }

    /** Short files of given nodes and edges. */
    static final class Texts {
        private Texts() {}

        static String of(String nodes, String edges) {
            return "{\"format\": \"chainrule\", \"version\": 1, \"nodes\": [%s], \"edges\": [%s]}"
                    .formatted(nodes, edges);
        }
    }
}
