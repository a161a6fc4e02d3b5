package chainrule.editor.document.command;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.editor.document.Samples;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Workspace;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.io.Point;
import chainrule.op.Example;
import chainrule.op.InPort;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import chainrule.trace.GradientView;
import chainrule.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnpackTest {
    private static final NodeId BLOCK = NodeId.of("block");
    private static final Offset<Double> SAME = Offset.offset(1e-12);

    static Stream<NodeType> opening() {
        return Samples.CATALOG.types().stream().filter(NodeType::opens);
    }

    @ParameterizedTest
    @MethodSource("opening")
    void valuesAndGradientsStayTheSame(NodeType type) {
        for (Example example : type.examples()) {
            List<NodeId> inputs = new ArrayList<>();
            Document packed = around(type, example, inputs);
            Document unpacked = new Unpack(BLOCK, Samples.CATALOG).applied(packed);
            assertThat(unpacked.graph().has(BLOCK)).isFalse();
            assertThat(unpacked.graph().nodes())
                    .allSatisfy(
                            n -> assertThat(Samples.CATALOG.find(n.type().id())).isPresent())
                    .allSatisfy(n -> assertThat(NodeId.legal(n.id().name())).isTrue())
                    .allSatisfy(n -> assertThat(unpacked.layout().at()).containsKey(n.id()));
            GradientView before = run(packed);
            GradientView after = run(unpacked);
            compare(
                    before.value(NodeId.of("loss")).orElseThrow(),
                    after.value(NodeId.of("loss")).orElseThrow());
            for (NodeId input : inputs) {
                before.gradient(input)
                        .ifPresent(g -> compare(g, after.gradient(input).orElseThrow()));
            }
        }
    }

    @Test
    void partsTakeTheBlocksNameAndPlace() {
        Document packed = Samples.sequence(3);
        Unpack unpack = new Unpack(NodeId.of("lstm"), Samples.CATALOG);
        assertThat(unpack.label()).isEqualTo("Unpack lstm");
        Document unpacked = unpack.applied(packed);
        assertThat(unpacked.graph().has(NodeId.of("lstm-l0-t2"))).isTrue();
        assertThat(unpacked.at(NodeId.of("lstm-l0-t2")).x())
                .isGreaterThan(unpacked.at(NodeId.of("lstm-l0-t1")).x());
        assertThat(unpacked.at(NodeId.of("loss")).x())
                .isGreaterThan(unpacked.at(NodeId.of("lstm-l0-steps")).x());
        assertThat(unpacked.at(NodeId.of("x"))).isEqualTo(packed.at(NodeId.of("x")));
    }

    @Test
    void whatIsRootStaysSo() {
        Document packed =
                new Delete(java.util.Set.of(NodeId.of("loss")), java.util.Set.of()).applied(Samples.sequence(3));
        Document unpacked = new Unpack(NodeId.of("lstm"), Samples.CATALOG).applied(packed);
        assertThat(unpacked.graph().root()).contains(NodeId.of("lstm-l0-steps"));
    }

    @Test
    void whatCannotBeUnpackedSaysWhy() {
        Document sequence = Samples.sequence(3);
        assertThat(Unpack.refusal(sequence, NodeId.of("lstm"), Samples.CATALOG)).isEmpty();
        assertThat(Unpack.refusal(sequence, NodeId.of("loss"), Samples.CATALOG))
                .contains("loss has nothing inside: it is computed as a whole.");
        Document open = new Disconnect(chainrule.graph.Slot.of("lstm", "x")).applied(sequence);
        assertThat(Unpack.refusal(open, NodeId.of("lstm"), Samples.CATALOG))
                .contains("lstm cannot be unpacked yet: what is inside depends on what reaches x.");
    }

    private static void compare(Tensor before, Tensor after) {
        assertThat(after.toArray()).containsExactly(before.toArray(), SAME);
    }

    /** A graph of the example's inputs, the node, and the mean of what comes out. */
    private static Document around(NodeType type, Example example, List<NodeId> inputs) {
        Document document = Document.untitled();
        Settings settings = example.settings();
        document = new AddNode(new Node(BLOCK, type, settings, ""), new Point(300, 0)).applied(document);
        for (var shape : example.shapes().entrySet()) {
            InPort port = type.input(shape.getKey()).orElseThrow();
            String id = "in-" + shape.getKey().replaceAll("[^a-zA-Z0-9]", "");
            document = input(document, id, port, shape.getValue());
            document = Samples.connect(id, "block", shape.getKey()).applied(document);
            inputs.add(NodeId.of(id));
        }
        document = Samples.node("loss", "mean", 600, 0).applied(document);
        document = new Connect(new Source(BLOCK, type.outputs().get(0).name()), chainrule.graph.Slot.of("loss", "x"))
                .applied(document);
        return new ChooseRoot(NodeId.of("loss")).applied(document);
    }

    private static Document input(Document document, String id, InPort port, Shape shape) {
        double[] numbers = new double[Math.toIntExact(shape.size())];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = port.integer() ? i % 2 : Math.sin(2.3 * i + id.length());
        }
        Settings value = Settings.none().with("value", new Literal.Numbers(Tensor.of(shape, numbers)));
        String type = port.integer() ? "constant" : "param";
        return new AddNode(Node.of(id, Samples.CATALOG.get(type), value), new Point(0, 0)).applied(document);
    }

    private static GradientView run(Document document) {
        Compilation compilation = ExecutionPlan.compile(document.graph(), Precision.DOUBLE, 64L << 20);
        assertThat(compilation).as("%s", compilation).isInstanceOf(Compilation.Compiled.class);
        try (Workspace workspace = new Workspace(((Compilation.Compiled) compilation).plan())) {
            return Trace.record(workspace).end();
        }
    }
}
