package chainrule.exec;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.graph.Sketch;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.graph.Validation;
import chainrule.io.FileProblem;
import chainrule.io.GraphFile;
import chainrule.io.GraphJson;
import chainrule.op.Catalog;
import chainrule.op.NodeType;
import chainrule.op.Presence;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import chainrule.trace.GradientView;
import chainrule.trace.Trace;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private static final NodeId W = NodeId.of("w");
    private static final NodeId T = NodeId.of("t");
    private static final NodeId Y = NodeId.of("y");

    /** y = 3 · tanh w at w = 2. */
    private final Graph chain = new Sketch()
            .param("w", 2)
            .param("k", 3)
            .node("t", "tanh", "w")
            .node("y", "mul", "t", "k")
            .graph();

    private static Graph with(Graph graph, NodeId node, Presence presence) {
        return graph.with(graph.node(node).with(presence));
    }

    private static GradientView run(Graph graph) {
        try (Workspace workspace = new Workspace(Plans.of(graph))) {
            return Trace.record(workspace).end();
        }
    }

    @Test
    void aBypassedNodeHandsOnItsInputAndTheGradient() {
        GradientView view = run(with(chain, T, Presence.BYPASSED));
        assertThat(view.value(Y)).contains(Tensor.scalar(6));
        assertThat(view.value(T)).contains(Tensor.scalar(2));
        assertThat(view.gradient(T)).contains(Tensor.scalar(3));
        assertThat(view.gradient(W)).contains(Tensor.scalar(3));
        assertThat(view.contribution(Slot.of("t", "x"))).contains(Tensor.scalar(3));
        assertThat(view.contribution(Slot.of("y", "a"))).contains(Tensor.scalar(3));
    }

    @Test
    void theRootCanBeBypassed() {
        GradientView view = run(with(chain, Y, Presence.BYPASSED));
        assertThat(view.value(Y)).isEqualTo(view.value(T));
        assertThat(view.gradient(Y)).contains(Tensor.scalar(1));
    }

    @Test
    void onlyAnInputOfTheSameShapeIsHandedOn() {
        Graph product = new Sketch()
                .matrix("a", 2, 1, 2, 3, 4, 5, 6)
                .matrix("b", 3, 1, 0, 0, 0, 1, 0, 0, 0, 1)
                .node("y", "matmul", "a", "b")
                .node("s", "sum", "y")
                .graph();
        assertThat(run(with(product, Y, Presence.BYPASSED)).value(Y).map(Tensor::shape))
                .contains(Shape.of(2, 3));
        Graph sum = with(product, NodeId.of("s"), Presence.BYPASSED);
        assertThat(Validation.of(sum).problems())
                .extracting(Problem::sentence)
                .singleElement()
                .asString()
                .contains("no input has that shape", "cannot be bypassed");
    }

    @Test
    void aMutedNodeIsAsIfItWereNotThere() {
        Graph muted = with(chain, T, Presence.MUTED);
        assertThat(Validation.of(muted).problems())
                .extracting(Problem::sentence)
                .containsExactly("Input a of y is not connected.");
        assertThat(ExecutionPlan.compile(muted, Precision.DOUBLE, 1L << 20)).isInstanceOf(Compilation.Rejected.class);
        Graph end = with(chain, Y, Presence.MUTED);
        assertThat(Validation.of(end).shapes()).doesNotContainKey(Source.of(Y));
        Graph many = new Sketch()
                .param("a", 1)
                .param("b", 10)
                .param("c", 100)
                .node("y", "add_n", "a", "b", "c")
                .graph();
        assertThat(run(with(many, NodeId.of("b"), Presence.MUTED)).value(Y)).contains(Tensor.scalar(101));
    }

    @Test
    void aTypeHasOneFormOfEachPresence() {
        NodeType tanh = chain.type(T);
        NodeType bypassed = tanh.with(Presence.BYPASSED);
        assertThat(bypassed).isSameAs(tanh.with(Presence.BYPASSED)).isNotSameAs(tanh);
        assertThat(bypassed.presence()).isEqualTo(Presence.BYPASSED);
        assertThat(bypassed.with(Presence.MUTED)).isSameAs(tanh.with(Presence.MUTED));
        assertThat(bypassed.with(Presence.ACTIVE)).isSameAs(tanh);
    }

    @Test
    void filesKeepIt() throws FileProblem {
        Catalog catalog = StandardCatalog.create();
        Graph graph = with(with(chain, T, Presence.BYPASSED), Y, Presence.MUTED);
        String text = GraphJson.write(GraphFile.untitled().with(graph));
        assertThat(text).contains("\"bypassed\": true", "\"muted\": true");
        Graph read = GraphJson.read(text, catalog).graph();
        assertThat(read.type(T).presence()).isEqualTo(Presence.BYPASSED);
        assertThat(read.type(Y).presence()).isEqualTo(Presence.MUTED);
        assertThat(GraphJson.write(GraphFile.untitled().with(read))).isEqualTo(text);
    }
}
