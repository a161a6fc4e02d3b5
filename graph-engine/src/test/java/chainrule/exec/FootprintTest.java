package chainrule.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.kernel.Engine;
import chainrule.op.Example;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.op.activation.Tanh;
import chainrule.op.attention.Attention;
import chainrule.op.reduce.Mean;
import chainrule.op.source.ParamNode;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan knows the bytes of a pass before they are allocated, and a pass keeps to its budget. */
class FootprintTest {
    private static final Path STATUS = Path.of("/proc/self/status");

    @ParameterizedTest
    @MethodSource("chainrule.exec.Plans#computingTypes")
    void whatIsPlannedIsWhatIsTaken(NodeType type) {
        for (Example example : type.examples()) {
            for (Precision precision : Precision.values()) {
                ExecutionPlan plan = Plans.of(Plans.graph(type, example), precision);
                try (FastPass fast = FastPass.of(plan, plan.trainable());
                        Workspace observed = new Workspace(plan)) {
                    assertThat(FastPass.planned(plan, plan.trainable())).isEqualTo(fast.reserved());
                    assertThat(Workspace.planned(plan)).isEqualTo(observed.reserved());
                    assertThat(fast.reserved()).isGreaterThanOrEqualTo(fast.bytes());
                }
            }
        }
    }

    @Test
    void aLargePassTakesWhatWasPlannedOfTheMachine() throws IOException {
        assumeThat(STATUS).exists();
        ExecutionPlan plan = plan(wide(24, 1 << 20), 1L << 30);
        long planned = FastPass.planned(plan, plan.trainable());
        long before = resident();
        try (FastPass pass = FastPass.of(plan, plan.trainable())) {
            pass.run();
            assertThat(resident() - before).isBetween(planned * 8 / 10, planned * 12 / 10);
        }
    }

    @Test
    void whatRulesNeedInBetweenIsRefusedBeforeItIsTaken() {
        Graph graph = attention(256, 8);
        ExecutionPlan roomy = Plans.of(graph);
        long budget = (roomy.bytes() + Workspace.planned(roomy)) / 2;
        assertThat(roomy.bytes()).isLessThan(budget);
        ExecutionPlan plan = plan(graph, budget);
        assertThatThrownBy(() -> new Workspace(plan))
                .isInstanceOf(RunProblem.class)
                .hasMessageMatching(
                        "\\w+: This graph needs \\d+ MB of memory and may take \\d+ MB; \\w+ is the largest, with .*");
        try (Workspace enough = new Workspace(plan(graph, Workspace.planned(roomy)))) {
            assertThat(enough.reserved()).isEqualTo(Workspace.planned(roomy));
        }
    }

    @Test
    void aBudgetIsKeptWhereNothingWasCountedBefore() {
        ExecutionPlan plan = plan(attention(4, 2), 1 << 10);
        Placement placement = new Placement(plan, Engine.LOOPS);
        assertThatThrownBy(() -> placement.allocate(Shape.of(1000)))
                .isInstanceOf(RunProblem.class)
                .hasMessageContaining("needs more than 1 MB of memory");
        placement.settle();
        assertThat(placement.allocate(Shape.of(1000)).size()).isEqualTo(1000);
        placement.memory().close();
    }

    private static ExecutionPlan plan(Graph graph, long budget) {
        return ((Compilation.Compiled) ExecutionPlan.compile(graph, Precision.DOUBLE, budget)).plan();
    }

    private static Graph attention(int length, int depth) {
        Shape rows = Shape.of(length, depth);
        Map<String, Shape> shapes = new LinkedHashMap<>();
        List.of("Q", "K", "V").forEach(slot -> shapes.put(slot, rows));
        return Plans.graph(Attention.TYPE, new Example(shapes, Settings.none(), 0, 1));
    }

    private static Graph wide(int depth, int width) {
        Graph graph = Graph.empty()
                .with(Node.of("n0", ParamNode.TYPE, Settings.of(ParamNode.VALUE, Tensor.filled(Shape.of(width), 0.5))));
        for (int i = 1; i <= depth; i++) {
            graph = graph.with(Node.of("n" + i, Tanh.TYPE, Settings.none()))
                    .connected(Source.of(NodeId.of("n" + (i - 1))), Slot.of("n" + i, "x"));
        }
        return graph.with(Node.of("loss", Mean.TYPE, Settings.none()))
                .connected(Source.of(NodeId.of("n" + depth)), Slot.of("loss", "x"));
    }

    private static long resident() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElseThrow();
    }
}
