package chainrule.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FragmentTest {
    private static final NodeId A = NodeId.of("a");
    private static final NodeId B = NodeId.of("b");
    private static final NodeId C = NodeId.of("c");
    private static final NodeId D = NodeId.of("d");

    private final Graph twoPaths = Sketch.twoPaths();

    @Test
    void edgesAmongTheNodesAreInsideAndTheOthersComeIn() {
        Fragment fragment = Fragment.of(twoPaths, Set.of(B, C));
        assertThat(fragment.nodes()).extracting(Node::id).containsExactly(B, C);
        assertThat(fragment.edges()).containsExactly(new Edge(Source.of(B), Slot.of("c", "b")));
        assertThat(fragment.incoming()).containsExactly(new Edge(Source.of(A), Slot.of("c", "a")));
    }

    @Test
    void aCopyHasNewNamesAndLeavesTheRestAlone() {
        Fragment fragment = Fragment.of(twoPaths, Set.of(B, C)).detached();
        Graph copied = fragment.renamed(fragment.namesIn(twoPaths)).addedTo(twoPaths);
        assertThat(copied.nodes()).hasSize(7);
        assertThat(copied.into(NodeId.of("c2")))
                .containsExactly(new Edge(Source.of(NodeId.of("b2")), Slot.of("c2", "b")));
        assertThat(copied.outOf(A)).isEqualTo(twoPaths.outOf(A));
    }

    @Test
    void incomingEdgesComeAlongWhereTheirSourcesAre() {
        Fragment fragment = Fragment.of(twoPaths, Set.of(C, D));
        Graph copied = fragment.renamed(fragment.namesIn(twoPaths)).addedTo(twoPaths);
        assertThat(copied.into(NodeId.of("c2")))
                .containsExactly(
                        new Edge(Source.of(A), Slot.of("c2", "a")), new Edge(Source.of(B), Slot.of("c2", "b")));
        Graph elsewhere = fragment.addedTo(Graph.empty());
        assertThat(elsewhere.edges()).isEmpty();
    }

    @Test
    void aVariadicPortKeepsItsOrderWithoutGaps() {
        Graph graph = new Sketch()
                .param("a", 1)
                .param("b", 2)
                .param("c", 3)
                .node("s", "add_n", "a", "b", "c")
                .graph();
        Fragment fragment = Fragment.of(graph, Set.of(A, C, NodeId.of("s")));
        assertThat(fragment.edges())
                .containsExactly(
                        new Edge(Source.of(A), Slot.of("s", "x0")), new Edge(Source.of(C), Slot.of("s", "x1")));
        Graph whole = fragment.renamed(fragment.namesIn(graph)).addedTo(graph);
        assertThat(whole.into(NodeId.of("s2")))
                .extracting(e -> e.from().node().name())
                .containsExactly("a2", "b", "c2");
    }

    @Test
    void namesCountOnFromTheirOwnNumber() {
        Graph graph = new Sketch().param("w1", 1).param("w2", 1).param("7", 1).graph();
        Map<NodeId, NodeId> names =
                Fragment.of(graph, Set.of(NodeId.of("w1"), NodeId.of("7"))).namesIn(graph);
        assertThat(names)
                .containsEntry(NodeId.of("w1"), NodeId.of("w3"))
                .containsEntry(NodeId.of("7"), NodeId.of("7_2"));
        assertThat(Fragment.of(graph, Set.of(NodeId.of("w1"))).namesIn(Graph.empty()))
                .containsEntry(NodeId.of("w1"), NodeId.of("w1"));
    }

    @Test
    void theLongestNameStillHasACopy() {
        String longest = "n".repeat(64);
        Graph graph = new Sketch().param(longest, 1).graph();
        Fragment fragment = Fragment.of(graph, Set.of(NodeId.of(longest)));
        Graph copied = fragment.renamed(fragment.namesIn(graph)).addedTo(graph);
        assertThat(copied.nodes()).hasSize(2);
    }

    @Test
    void theChosenRootStays() {
        Graph rooted = twoPaths.rooted(C);
        Fragment fragment = Fragment.of(rooted, Set.of(C));
        assertThat(fragment.renamed(fragment.namesIn(rooted)).addedTo(rooted).chosenRoot())
                .contains(C);
        assertThat(Fragment.of(rooted, Set.of()).isEmpty()).isTrue();
        assertThat(List.of(fragment.isEmpty())).containsExactly(false);
    }
}
