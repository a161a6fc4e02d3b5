package chainrule.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainrule.catalog.StandardCatalog;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.Catalog;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClippingTest {
    private static final Catalog CATALOG = StandardCatalog.create();
    private static final NodeId B = NodeId.of("b");
    private static final NodeId C = NodeId.of("c");
    private static final Slot INTO_C = Slot.of("c", "b");

    private final GraphFile file = GraphFile.untitled()
            .with(Sketch.twoPaths())
            .with(new Layout(
                    Map.of(B, new Point(10, 20), C, new Point(200, 40)),
                    Map.of(INTO_C, List.of(new Point(100, 30))),
                    Map.of(C, Look.plain().collapsed(true).colored("blue"))))
            .with(new Extras(Map.of("mine", "1"), Map.of(C, Map.of("mood", "true")), Map.of()));

    @Test
    void theTextIsAGraphFileAndReadsBackTheSame() throws FileProblem {
        Clipping clipping = Clipping.of(file, Set.of(B, C));
        String text = clipping.text();
        assertThat(GraphJson.read(text, CATALOG).graph().nodes()).hasSize(2);
        Clipping read = Clipping.read(text, CATALOG);
        assertThat(read.fragment()).isEqualTo(clipping.fragment());
        assertThat(read.layout()).isEqualTo(clipping.layout());
        assertThat(read.text()).isEqualTo(text);
    }

    @Test
    void aWholeFileCanBePasted() throws FileProblem {
        Clipping whole = Clipping.read(GraphJson.write(file), CATALOG);
        assertThat(whole.fragment().nodes()).hasSize(5);
        assertThat(whole.fragment().incoming()).isEmpty();
    }

    @Test
    void aCopyKeepsWhatBelongsToItsNodes() {
        Clipping copy =
                Clipping.of(file, Set.of(B, C)).detached().namedFor(file).moved(5, 5);
        GraphFile both = copy.addedTo(file);
        NodeId c2 = NodeId.of("c2");
        assertThat(both.layout().of(c2)).isEqualTo(new Point(205, 45));
        assertThat(both.layout().looks()).containsKeys(C, c2);
        assertThat(both.layout().via()).containsEntry(Slot.of("c2", "b"), List.of(new Point(105, 35)));
        assertThat(both.extras().nodes()).containsEntry(c2, Map.of("mood", "true"));
        assertThat(both.extras().top()).isEqualTo(Map.of("mine", "1"));
        assertThat(both.graph().into(c2)).containsExactly(new Edge(Source.of(NodeId.of("b2")), Slot.of("c2", "b")));
    }

    @Test
    void framesAndNotesComeAlong() throws FileProblem {
        GraphFile marked = file.withFrames(List.of(
                        new Frame("f", "Part", new Point(0, 0), new Point(300, 200), "", List.of(B, NodeId.of("a")))))
                .withNotes(List.of(new Note("n", "text", new Point(5, 5), new Point(9, 9))));
        Clipping clipping = Clipping.of(marked, Set.of(B), Set.of("f", "n"));
        Clipping read = Clipping.read(clipping.text(), CATALOG);
        GraphFile both = read.namedFor(marked).moved(10, 0).addedTo(marked);
        assertThat(both.frames()).hasSize(2);
        assertThat(both.frames().get(1).id()).isEqualTo("f-2");
        assertThat(both.frames().get(1).nodes()).containsExactly(NodeId.of("b2"));
        assertThat(both.notes().get(1)).isEqualTo(new Note("n-2", "text", new Point(15, 5), new Point(9, 9)));
        assertThat(Clipping.of(marked, Set.of(), Set.of("n")).isEmpty()).isFalse();
    }

    @Test
    void aBlockOfOnesOwnTravelsWithItsNodes() throws FileProblem {
        String own = "{\"format\": \"chainrule\", \"version\": 1, \"nodes\": ["
                + "{\"id\": \"x\", \"type\": \"param\"}, {\"id\": \"d\", \"type\": \"block:twice\"}],"
                + "\"edges\": [{\"from\": \"x\", \"to\": \"d.in\"}], \"blocks\": {\"twice\": {\"nodes\": ["
                + "{\"id\": \"s\", \"type\": \"%s\"}], \"edges\": [], \"in\": {\"in\": \"s.x\"},"
                + " \"out\": {\"out\": \"s\"}, \"settings\": {}}}}";
        GraphFile from = GraphJson.read(own.formatted("square"), CATALOG);
        Clipping clipping =
                Clipping.read(Clipping.of(from, Set.of(NodeId.of("d"))).text(), CATALOG);
        GraphFile to = clipping.namedFor(file).detached().addedTo(file);
        assertThat(to.blocks()).containsKey("twice");
        assertThat(to.graph().type(NodeId.of("d2")).unknown()).isFalse();
        assertThat(GraphJson.write(GraphJson.read(GraphJson.write(to), CATALOG)))
                .isEqualTo(GraphJson.write(to));
        assertThat(clipping.refusal(from)).isEmpty();
        assertThat(clipping.refusal(GraphJson.read(own.formatted("tanh"), CATALOG)))
                .contains("The block twice is another one here: rename one of the two first.");
    }

    @Test
    void itGoesWhereItsCornerIsPut() {
        Clipping there = Clipping.of(file, Set.of(B, C)).cornerAt(new Point(0, 0));
        assertThat(there.corner()).isEqualTo(new Point(0, 0));
        assertThat(there.lastCorner()).isEqualTo(new Point(190, 20));
        assertThat(there.layout().via()).containsEntry(INTO_C, List.of(new Point(90, 10)));
    }

    @Test
    void incomingEdgesAreNotTrusted() throws FileProblem {
        String text = Clipping.of(file, Set.of(C))
                .text()
                .replace("\"from\": \"a\", \"to\": \"c.a\"", "\"from\": \"gone\", \"to\": \"c.nowhere\"");
        Clipping read = Clipping.read(text, CATALOG);
        assertThat(read.fragment().incoming()).containsExactly(new Edge(Source.of(B), INTO_C));
        Graph loop = read.namedFor(file).fragment().addedTo(file.graph());
        assertThat(loop.topological()).hasSize(6);
        assertThatThrownBy(() -> Clipping.read(
                        "{\"format\": \"chainrule\", \"version\": 1, \"nodes\": [], \"edges\": [], \"incoming\": 3}",
                        CATALOG))
                .isInstanceOf(FileProblem.class);
    }

    @Test
    void otherTextsAreRefusedInASentence() {
        for (String text : List.of("", "hello", "[1, 2]", "{\"format\": \"other\"}", "<xml/>")) {
            assertThatThrownBy(() -> Clipping.read(text, CATALOG))
                    .as(text)
                    .isInstanceOf(FileProblem.class)
                    .hasMessageEndingWith(".");
        }
    }
}
