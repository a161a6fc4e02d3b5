package chainrule.presets;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Workspace;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.Slot;
import chainrule.io.GraphFile;
import chainrule.op.Literal;
import chainrule.tensor.Tensor;
import chainrule.trace.Trace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** After an edit of a number only what it touches is run, and every number is the one of a whole pass. */
class RevisionTest {
    private static final long BUDGET = 1L << 30;

    static List<Preset> presets() {
        return new PresetCatalog(StandardCatalog.create()).all();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void whatAnEditTouchesIsWhatChanges(Preset preset) {
        GraphFile file = preset.file();
        Graph graph = file.graph();
        try (Workspace kept = new Workspace(plan(file, graph))) {
            Trace last = Trace.record(kept);
            for (Node node : List.copyOf(graph.nodes())) {
                Optional<Node> moved = moved(node);
                if (moved.isPresent()) {
                    graph = graph.with(moved.get());
                    Optional<ExecutionPlan> revised = kept.plan().revised(graph);
                    assertThat(revised).as("%s is only a number", node.id()).isPresent();
                    kept.revise(revised.get());
                    last = Trace.recordAfter(kept, last, () -> false);
                    try (Workspace fresh = new Workspace(plan(file, graph))) {
                        compare(last, Trace.record(fresh));
                    }
                }
            }
        }
    }

    private static void compare(Trace kept, Trace fresh) {
        assertThat(kept.problem()).isEqualTo(fresh.problem());
        assertThat(kept.steps()).isEqualTo(fresh.steps());
        for (int i = 0; i < fresh.steps().size(); i++) {
            assertThat(kept.result(i)).as("%s", fresh.steps().get(i)).isEqualTo(fresh.result(i));
        }
        for (Slot slot : fresh.plan().pulled()) {
            assertThat(kept.local(slot)).as("local derivative of %s", slot).isEqualTo(fresh.local(slot));
        }
        fresh.plan().shapes().keySet().forEach(source -> assertThat(kept.end().value(source))
                .as("%s", source)
                .isEqualTo(fresh.end().value(source)));
    }

    /** A parameter or an input that was moved a little; empty for other nodes, and for whole numbers. */
    private static Optional<Node> moved(Node node) {
        boolean plain = List.of("param", "input").contains(node.type().id());
        Literal value = node.settings().literals().get("value");
        if (plain && value instanceof Literal.Number number) {
            return Optional.of(
                    node.with(node.settings().with("value", new Literal.Number(number.value() * 1.25 + 0.125))));
        } else if (plain && value instanceof Literal.Numbers numbers && fractional(numbers.value())) {
            Tensor other = numbers.value().map(v -> v * 1.25);
            return Optional.of(node.with(node.settings().with("value", new Literal.Numbers(other))));
        }
        return Optional.empty();
    }

    private static boolean fractional(Tensor tensor) {
        return java.util.Arrays.stream(tensor.toArray()).anyMatch(v -> v != Math.rint(v));
    }

    private static ExecutionPlan plan(GraphFile file, Graph graph) {
        Compilation compilation = ExecutionPlan.compile(graph, file.precision(), BUDGET);
        return ((Compilation.Compiled) compilation).plan();
    }
}
