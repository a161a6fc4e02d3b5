package chainrule.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainrule.catalog.StandardCatalog;
import chainrule.op.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {
    private static final NodeId A = NodeId.of("a");
    private static final NodeId E = NodeId.of("e");

    @Test
    void anEditAnswersANewGraphAndLeavesTheOld() {
        Graph graph = Sketch.twoPaths();
        Graph without = graph.without(A);
        assertThat(graph.has(A)).isTrue();
        assertThat(without.has(A)).isFalse();
        assertThat(without.into(Slot.of("c", "a"))).isEmpty();
        assertThat(without.into(Slot.of("c", "b"))).isPresent();
    }

    @Test
    void connectingOntoAnOccupiedSlotReplacesItsEdge() {
        Graph graph = Sketch.twoPaths().connected(Source.of(A), Slot.of("d", "x"));
        assertThat(graph.into(Slot.of("d", "x")).orElseThrow().from()).isEqualTo(Source.of(A));
        assertThat(graph.edges()).hasSize(5);
    }

    @Test
    void aDisconnectedSlotIsFree() {
        Graph graph = Sketch.twoPaths().disconnected(Slot.of("c", "a"));
        assertThat(graph.into(Slot.of("c", "a"))).isEmpty();
        assertThat(graph.outOf(A)).isEmpty();
    }

    @Test
    void aRenamedNodeKeepsItsPlaceAndItsEdges() {
        Graph graph = Sketch.twoPaths().rooted(E).renamed(E, NodeId.of("loss"));
        assertThat(graph.nodes()).extracting(n -> n.id().name()).containsExactly("a", "b", "c", "d", "loss");
        assertThat(graph.into(NodeId.of("loss"))).hasSize(2);
        assertThat(graph.root()).contains(NodeId.of("loss"));
        assertThatThrownBy(() -> graph.renamed(A, NodeId.of("b"))).hasMessage("a node is called b already");
    }

    @Test
    void anEditedNodeKeepsItsPlace() {
        Graph graph = Sketch.twoPaths();
        Node other = graph.node(A).withLabel("first");
        assertThat(graph.with(other).nodes()).first().isEqualTo(other);
    }

    @Test
    void graphsOfEqualPartsAreEqual() {
        assertThat(Sketch.twoPaths()).isEqualTo(Sketch.twoPaths()).hasSameHashCodeAs(Sketch.twoPaths());
        assertThat(Sketch.twoPaths()).isNotEqualTo(Sketch.twoPaths().rooted(A));
        assertThat(Sketch.twoPaths()).isNotEqualTo(Sketch.twoPaths().without(A));
    }

    @Test
    void aFreeIdCountsFromTwo() {
        Graph graph = new Sketch().param("w", 1).param("w2", 1).graph();
        assertThat(graph.freeId("w")).isEqualTo(NodeId.of("w3"));
        assertThat(graph.freeId("v")).isEqualTo(NodeId.of("v"));
    }

    @Test
    void laterInputsOfAVariadicPortMoveUp() {
        Graph graph = sumOfThree().disconnected(Slot.of("s", "x0"));
        assertThat(graph.into(NodeId.of("s"))).extracting(Edge::toString).containsExactly("q → s.x0", "r → s.x1");
    }

    @Test
    void aVariadicPortIsNumberedAnewWhenANodeGoes() {
        Graph graph = sumOfThree().without(NodeId.of("q"));
        assertThat(graph.into(NodeId.of("s"))).extracting(Edge::toString).containsExactly("p → s.x0", "r → s.x1");
    }

    @Test
    void aNodeThatFeedsAVariadicPortTwiceLeavesNoGap() {
        Graph graph = new Sketch()
                .param("p", 1)
                .param("q", 1)
                .node("s", "add_n", "p", "q", "p", "q")
                .graph()
                .without(NodeId.of("p"));
        assertThat(graph.into(NodeId.of("s"))).extracting(Edge::toString).containsExactly("q → s.x0", "q → s.x1");
    }

    @Test
    void inputsComeInTheOrderOfThePorts() {
        Graph graph = new Sketch().param("p", 1).node("m", "mul").graph();
        Graph backwards = graph.connected(Source.of(NodeId.of("p")), Slot.of("m", "b"))
                .connected(Source.of(NodeId.of("p")), Slot.of("m", "a"));
        assertThat(backwards.into(NodeId.of("m")))
                .extracting(e -> e.to().port())
                .containsExactly("a", "b");
    }

    @Test
    void tiesInTheOrderGoByCreation() {
        Graph graph = new Sketch()
                .param("b", 1)
                .param("a", 1)
                .node("y", "neg", "a")
                .node("x", "neg", "b")
                .node("s", "add", "x", "y")
                .graph();
        assertThat(graph.topological()).extracting(NodeId::name).containsExactly("b", "a", "y", "x", "s");
    }

    @Test
    void aNodeMadeBeforeWhatFeedsItComesAfterIt() {
        Graph graph = Graph.empty()
                .with(node("late", "neg"))
                .with(node("early", "param"))
                .connected(Source.of(NodeId.of("early")), Slot.of("late", "x"));
        assertThat(graph.topological()).extracting(NodeId::name).containsExactly("early", "late");
    }

    @Test
    void theOnlyNodeThatFeedsNothingIsTheRoot() {
        assertThat(Sketch.twoPaths().root()).contains(E);
    }

    @Test
    void amongSeveralEndsTheOnlyLossIsTheRoot() {
        Sketch sketch = new Sketch().param("p", 1).param("t", 1).node("probe", "neg", "p");
        assertThat(sketch.graph().root()).isEmpty();
        assertThat(sketch.node("loss", "mse", "p", "t").graph().root()).contains(NodeId.of("loss"));
        assertThat(sketch.node("other", "mse", "p", "t").graph().root()).isEmpty();
    }

    @Test
    void aChosenRootGoesBeforeAll() {
        Graph graph = Sketch.twoPaths().rooted(NodeId.of("c"));
        assertThat(graph.root()).contains(NodeId.of("c"));
        assertThat(graph.rooted(null).root()).contains(E);
        assertThat(graph.without(NodeId.of("c")).chosenRoot()).isEmpty();
    }

    @Test
    void aGraphIsMadeOnlyOfPartsThatFit() {
        Node p = node("p", "param");
        Node n = node("n", "neg");
        Node m = node("m", "neg");
        Edge into = new Edge(Source.of(p.id()), Slot.of("n", "x"));
        Edge back = new Edge(Source.of(m.id()), Slot.of("n", "x"));
        Edge forth = new Edge(Source.of(n.id()), Slot.of("m", "x"));
        assertThatThrownBy(() -> Graph.of(List.of(p, p), List.of())).hasMessage("two nodes are called p");
        assertThatThrownBy(() -> Graph.of(List.of(p), List.of(into))).hasMessage("no node n");
        assertThatThrownBy(() -> Graph.of(List.of(p, n), List.of(into, into))).hasMessage("two edges lead into n.x");
        assertThatThrownBy(() -> Graph.of(List.of(n, m), List.of(forth, back))).hasMessage("the edges close a loop");
        assertThat(Graph.loop(List.of(n, m), List.of(forth, back))).containsExactly(n.id(), m.id());
        assertThat(Graph.loop(List.of(p, n), List.of(into))).isEmpty();
    }

    @Test
    void anIdIsShortAndPlain() {
        assertThat(NodeId.legal("w_1-b")).isTrue();
        assertThat(NodeId.legal("ȳ2")).isTrue();
        assertThat(NodeId.legal("a b")).isFalse();
        assertThat(NodeId.legal("")).isFalse();
        assertThat(NodeId.legal("x".repeat(65))).isFalse();
    }

    private static Graph sumOfThree() {
        return new Sketch()
                .param("p", 1)
                .param("q", 1)
                .param("r", 1)
                .node("s", "add_n", "p", "q", "r")
                .graph();
    }

    private static Node node(String id, String type) {
        return Node.of(id, StandardCatalog.create().get(type), Settings.none());
    }
}
