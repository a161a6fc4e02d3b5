package chainrule.presets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.block.Opening;
import chainrule.catalog.StandardCatalog;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Workspace;
import chainrule.graph.Edge;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.io.GraphFile;
import chainrule.op.OutPort;
import chainrule.tensor.Tensor;
import chainrule.trace.GradientView;
import chainrule.trace.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A node as one box, the same node opened, and the same drawn by hand: the numbers are equal. */
class OpenedPresetTest {
    private static final PresetCatalog PRESETS = new PresetCatalog(StandardCatalog.create());
    private static final Opening EVERYTHING = path -> true;
    private static final long BUDGET = 1L << 30;
    private static final List<String> GATES = List.of("i", "f", "g", "o");

    static Stream<Preset> presets() {
        return PRESETS.all().stream().filter(preset -> preset.file().graph().nodes().stream()
                .anyMatch(node -> node.type().opens()));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void openingEveryNodeChangesNothing(Preset preset) {
        GradientView closed = view(preset, Opening.BLOCKS);
        GradientView opened = view(preset, EVERYTHING);
        for (Node node : preset.file().graph().nodes()) {
            for (OutPort port : node.type().outputs()) {
                Source source = new Source(node.id(), port.name());
                assertSame("value of " + source, closed.value(source), opened.value(source));
                assertSame("gradient of " + source, closed.gradient(source), opened.gradient(source));
            }
        }
        for (Edge edge : preset.file().graph().edges()) {
            assertSame("into " + edge.to(), closed.contribution(edge.to()), opened.contribution(edge.to()));
        }
    }

    @Test
    void aNeuronDrawnGateByGateIsTheNeuronInOneNode() {
        GradientView drawn = view(preset("b3-sigmoid-exploded"), Opening.BLOCKS);
        for (Opening opening : List.of(Opening.BLOCKS, EVERYTHING)) {
            GradientView fused = view(preset("b3-sigmoid-fused"), opening);
            assertEqual(List.of(value(drawn, "f")), value(fused, "f"));
            assertEqual(List.of(gradient(drawn, "x0"), gradient(drawn, "x1")), gradient(fused, "x"));
            assertEqual(List.of(gradient(drawn, "w0"), gradient(drawn, "w1")), gradient(fused, "w"));
            assertEqual(List.of(gradient(drawn, "w2")), gradient(fused, "b"));
        }
    }

    @Test
    void whatIsInsideANeuronIsWhatWasDrawnGateByGate() {
        GradientView drawn = view(preset("b3-sigmoid-exploded"), Opening.BLOCKS);
        GradientView opened = view(preset("b3-sigmoid-fused"), EVERYTHING);
        assertPair(drawn, "s", opened, "f/dot");
        assertPair(drawn, "d", opened, "f/add");
        assertPair(drawn, "f", opened, "f/act");
    }

    @Test
    void anLstmCellDrawnGateByGateIsTheCellInOneNode() {
        GradientView drawn = view(preset("r6-lstm-gates"), Opening.BLOCKS);
        for (Opening opening : List.of(Opening.BLOCKS, EVERYTHING)) {
            GradientView cell = view(preset("r6-lstm-cell"), opening);
            assertEqual(List.of(value(drawn, "L")), value(cell, "L"));
            assertEqual(List.of(value(drawn, "h1")), output(cell, "h"));
            assertEqual(List.of(value(drawn, "c1")), output(cell, "c"));
            for (String gate : GATES) {
                assertEqual(List.of(value(drawn, gate)), output(cell, gate));
            }
            assertEqual(gates(drawn, "w"), gradient(cell, "Wx"));
            assertEqual(gates(drawn, "u"), gradient(cell, "Wh"));
            assertEqual(gates(drawn, "b"), gradient(cell, "b"));
            for (String shared : List.of("x", "h0", "c0", "t")) {
                assertEqual(List.of(gradient(drawn, shared)), gradient(cell, shared));
            }
        }
    }

    @Test
    void whatIsInsideAnLstmCellIsWhatWasDrawnGateByGate() {
        GradientView drawn = view(preset("r6-lstm-gates"), Opening.BLOCKS);
        GradientView opened = view(preset("r6-lstm-cell"), EVERYTHING);
        for (String gate : GATES) {
            assertPair(drawn, gate, opened, "cell/" + gate);
            assertPair(drawn, "z" + gate, opened, "cell/sum_" + gate);
        }
        assertPair(drawn, "keep", opened, "cell/keep");
        assertPair(drawn, "write", opened, "cell/write");
        assertPair(drawn, "c1", opened, "cell/c");
        assertPair(drawn, "tc", opened, "cell/tanh_c");
        assertPair(drawn, "h1", opened, "cell/h");
    }

    private static Preset preset(String id) {
        return PRESETS.find(id).orElseThrow();
    }

    private static GradientView view(Preset preset, Opening opening) {
        GraphFile file = preset.file();
        Compilation compilation = ExecutionPlan.compile(file.graph(), file.precision(), BUDGET, opening);
        if (compilation instanceof Compilation.Compiled compiled) {
            try (Workspace workspace = new Workspace(compiled.plan())) {
                return Trace.recordResults(workspace).end();
            }
        }
        throw new AssertionError(preset + ": " + compilation.validation().problems());
    }

    private static List<Tensor> gates(GradientView drawn, String letter) {
        return GATES.stream().map(gate -> gradient(drawn, letter + gate)).toList();
    }

    private static Tensor value(GradientView view, String node) {
        return view.value(NodeId.of(node)).orElseThrow();
    }

    private static Tensor output(GradientView cell, String port) {
        return cell.value(new Source(NodeId.of("cell"), port)).orElseThrow();
    }

    private static Tensor gradient(GradientView view, String node) {
        return view.gradient(NodeId.of(node)).orElseThrow();
    }

    private static void assertPair(GradientView drawn, String node, GradientView opened, String inner) {
        assertEqual(List.of(value(drawn, node)), value(opened, inner));
        assertEqual(List.of(gradient(drawn, node)), gradient(opened, inner));
    }

    /** Numbers that stand in several nodes on one side and in one array on the other. */
    private static void assertEqual(List<Tensor> expected, Tensor actual) {
        double[] numbers = expected.stream()
                .flatMapToDouble(t -> Arrays.stream(t.toArray()))
                .toArray();
        assertThat(actual.toArray()).containsExactly(numbers, within(1e-12));
    }

    private static void assertSame(String what, Optional<Tensor> expected, Optional<Tensor> actual) {
        assertThat(actual.map(Tensor::shape)).as(what).isEqualTo(expected.map(Tensor::shape));
        expected.ifPresent(tensor -> {
            double size = Arrays.stream(tensor.toArray()).map(Math::abs).max().orElse(0);
            assertThat(actual.orElseThrow().toArray())
                    .as(what)
                    .containsExactly(tensor.toArray(), within(1e-12 * Math.max(1, size)));
        });
    }
}
