package chainrule.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.catalog.StandardCatalog;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Plans;
import chainrule.exec.Workspace;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.Catalog;
import chainrule.op.InPort;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.activation.Tanh;
import chainrule.op.arithmetic.Add;
import chainrule.op.linear.Linear;
import chainrule.op.source.ParamNode;
import chainrule.tensor.Initializer;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A block in place of a cell is repeated with one set of parameters. */
class UnrollTest {
    private static final int HIDDEN = 2;
    private static final NodeType OWN = NodeType.named("own_cell")
            .inputs(Inside.X, InPort.of("h"))
            .params(Inside.SEED, Inside.WEIGHTS)
            .block("y = tanh(Wx x + Wh h + b)", UnrollTest::own)
            .build();
    private static final NodeType HOLDING = NodeType.named("holding_cell")
            .inputs(Inside.X, InPort.of("h"))
            .params(Inside.SEED, Inside.WEIGHTS)
            .block("y = tanh(dense(x) + Wh h)", UnrollTest::holding)
            .build();
    private static final Catalog CATALOG = StandardCatalog.create().with(List.of(OWN, HOLDING));

    @ParameterizedTest
    @ValueSource(strings = {"forward", "backward", "both"})
    void aBlockInPlaceOfACellComputesWhatTheCellDoes(String direction) {
        for (String output : List.of("all", "last")) {
            Settings settings =
                    settings("rnn_cell").with("direction", direction).with("output", output);
            try (Workspace cell = run(settings);
                    Workspace own = run(settings.with("cell", new Literal.Text("own_cell")))) {
                assertSame(cell.value(out(cell)), own.value(out(own)));
                for (String name : List.of("x", "u/Wx", "u/Wh", "u/b")) {
                    assertSame(gradient(cell, name), gradient(own, name));
                }
                if (direction.equals("both")) {
                    assertSame(gradient(cell, "u/Wh_r"), gradient(own, "u/Wh_r"));
                }
            }
        }
    }

    @Test
    void parametersOfABlockInsideTheCellAreSharedToo() {
        try (Workspace workspace = run(settings("holding_cell").with("direction", "both"))) {
            Graph graph = workspace.plan().graph();
            assertThat(graph.nodes().stream().filter(n -> n.type().trainable()).map(n -> n.id().name()))
                    .containsExactlyInAnyOrder(
                            "x", "u/dense-W", "u/dense-b", "u/Wh", "u/dense-W_r", "u/dense-b_r", "u/Wh_r");
            assertThat(value(workspace, "u/dense-W")).isEqualTo(drawn(5));
            assertThat(value(workspace, "u/Wh")).isEqualTo(drawn(6));
            assertThat(value(workspace, "u/dense-W_r")).isEqualTo(drawn(7));
            assertThat(value(workspace, "u/Wh_r")).isEqualTo(drawn(8));
        }
    }

    @Test
    void aBlockOfOnesOwnIsDrawnAnewForTheOtherDirection() {
        Graph inside = Graph.of(
                List.of(
                        Node.of("Wx", ParamNode.TYPE, drawnBy("xavier_uniform")),
                        Node.of("Wh", ParamNode.TYPE, drawnBy("xavier_uniform")),
                        Node.of("b", ParamNode.TYPE, drawnBy("zeros").with("shape", List.of(HIDDEN))),
                        Node.of("in", Linear.TYPE),
                        Node.of("rec", Linear.TYPE),
                        Node.of("sum", Add.TYPE),
                        Node.of("act", Tanh.TYPE)),
                List.of(
                        new Edge(Source.of(NodeId.of("Wx")), Slot.of("in", "W")),
                        new Edge(Source.of(NodeId.of("b")), Slot.of("in", "b")),
                        new Edge(Source.of(NodeId.of("Wh")), Slot.of("rec", "W")),
                        new Edge(Source.of(NodeId.of("in")), Slot.of("sum", "a")),
                        new Edge(Source.of(NodeId.of("rec")), Slot.of("sum", "b")),
                        new Edge(Source.of(NodeId.of("sum")), Slot.of("act", "x"))));
        Map<String, Slot> ports = new LinkedHashMap<>();
        ports.put("x", Slot.of("in", "x"));
        ports.put("h", Slot.of("rec", "x"));
        BlockDefinition cell =
                new BlockDefinition("cell", inside, ports, Map.of("out", Source.of(NodeId.of("act"))), Map.of());
        Catalog catalog = StandardCatalog.create().with(List.of(cell.type()));
        try (Workspace workspace = run(settings("block:cell").with("direction", "both"), catalog)) {
            assertThat(value(workspace, "u/Wx")).isEqualTo(drawn(5));
            assertThat(value(workspace, "u/Wx_r")).isEqualTo(drawn(7));
            assertThat(value(workspace, "u/Wh_r")).isEqualTo(drawn(7));
        }
    }

    private static Settings drawnBy(String init) {
        return Settings.none().with("init", init).with("shape", List.of(HIDDEN, HIDDEN));
    }

    private static Tensor drawn(long seed) {
        return Initializer.XAVIER_UNIFORM.draw(Shape.of(HIDDEN, HIDDEN), seed, Initializer.Range.standard());
    }

    private static Parts own(Shapes in) {
        Inside inside = new Inside(in, SequenceLayer.drawing(HIDDEN));
        Parts.End wx = inside.drawn("Wx", HIDDEN, in.of(Inside.X).dim(-1));
        Parts.End wh = inside.drawn("Wh", HIDDEN, HIDDEN);
        Parts.End read = inside.part("in", Linear.TYPE, inside.port(Inside.X), wx, inside.zeros("b", HIDDEN));
        Parts.End kept = inside.part("rec", Linear.TYPE, inside.port(InPort.of("h")), wh);
        return inside.done(inside.part("act", Tanh.TYPE, inside.part("sum", Add.TYPE, read, kept)));
    }

    private static Parts holding(Shapes in) {
        Inside inside = new Inside(in, "xavier_uniform");
        Parts.End read =
                inside.part("dense", Dense.TYPE, Settings.of(Inside.SEED, inside.nextSeed()), inside.port(Inside.X));
        Parts.End wh = inside.drawn("Wh", HIDDEN, HIDDEN);
        Parts.End kept = inside.part("rec", Linear.TYPE, inside.port(InPort.of("h")), wh);
        return inside.done(inside.part("act", Tanh.TYPE, inside.part("sum", Add.TYPE, read, kept)));
    }

    private static Settings settings(String cell) {
        return Settings.none()
                .with("cell", new Literal.Text(cell))
                .with("hidden", HIDDEN)
                .with("seed", 5);
    }

    private static Workspace run(Settings settings) {
        return run(settings, CATALOG);
    }

    private static Workspace run(Settings settings, Catalog catalog) {
        Tensor x = Initializer.UNIFORM.draw(Shape.of(3, 4, HIDDEN), 1, Initializer.Range.standard());
        Graph graph = Graph.of(
                List.of(
                        Node.of("x", ParamNode.TYPE, Settings.of(ParamNode.VALUE, x)),
                        Node.of("u", catalog.get("unroll"), settings)),
                List.of(new Edge(Source.of(NodeId.of("x")), Slot.of("u", "x"))));
        Compilation compilation = ExecutionPlan.compile(graph, Precision.DOUBLE, Plans.BUDGET);
        if (compilation instanceof Compilation.Compiled compiled) {
            Workspace workspace = new Workspace(compiled.plan());
            workspace.run();
            return workspace;
        }
        throw new AssertionError(compilation.validation().problems());
    }

    private static Source out(Workspace workspace) {
        return workspace.plan().outline().resolved(Source.of(NodeId.of("u")));
    }

    private static Tensor value(Workspace workspace, String node) {
        return workspace.value(Source.of(NodeId.of(node)));
    }

    private static Tensor gradient(Workspace workspace, String node) {
        return workspace.gradient(Source.of(NodeId.of(node))).orElseThrow();
    }

    private static void assertSame(Tensor expected, Tensor actual) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.at(i)).isCloseTo(expected.at(i), within(1e-12));
        }
    }
}
