package chainrule.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.tensor.Precision;
import chainrule.tensor.Tensor;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkspaceTest {
    private static Source source(String id) {
        return Source.of(NodeId.of(id));
    }

    @Test
    void contributionsAddWherePathsMeet() {
        try (Workspace workspace = new Workspace(Plans.of(Sketch.twoPaths()))) {
            workspace.run();
            assertThat(workspace.value(source("e"))).isEqualTo(Tensor.scalar(6));
            assertThat(workspace.gradient(source("a"))).contains(Tensor.scalar(2));
            assertThat(workspace.contribution(Slot.of("c", "b"))).contains(Tensor.scalar(2));
            assertThat(workspace.contribution(Slot.of("d", "x"))).contains(Tensor.scalar(3));
            assertThat(workspace.gradient(source("b"))).contains(Tensor.scalar(5));
        }
    }

    @Test
    void runningAgainGivesTheSameBits() {
        try (Workspace workspace = new Workspace(Plans.of(Sketch.twoPaths()))) {
            workspace.run();
            Tensor first = workspace.gradient(source("b")).orElseThrow();
            workspace.run();
            assertThat(workspace.gradient(source("b"))).contains(first);
        }
    }

    @Test
    void aLoadedValueIsUsedFromThenOn() {
        try (Workspace workspace = new Workspace(Plans.of(Sketch.twoPaths()))) {
            workspace.load(NodeId.of("a"), Tensor.scalar(9));
            workspace.runForward();
            assertThat(workspace.value(source("e"))).isEqualTo(Tensor.scalar(20));
        }
    }

    @Test
    void forwardModeAgreesWithReverseMode() {
        try (Workspace workspace = new Workspace(Plans.of(Sketch.twoPaths()))) {
            workspace.run();
            Map<Source, Tensor> tangents = new ForwardMode(workspace, source("b"), Tensor.scalar(1)).run();
            assertThat(tangents.get(source("e"))).isEqualTo(Tensor.scalar(5));
            assertThat(tangents).doesNotContainKey(source("a"));
        }
    }

    @Test
    void localDerivativeIsANumberForScalarsAndAJacobianForTensors() {
        try (Workspace workspace = new Workspace(Plans.of(Sketch.twoPaths()))) {
            workspace.run();
            assertThat(LocalDerivative.at(workspace, Slot.of("e", "a"))).contains(Tensor.scalar(2));
        }
        ExecutionPlan plan = Plans.of(new Sketch()
                .matrix("w", 2, 1, 2, 3, 4)
                .param("x", 5, 6)
                .node("y", "matmul", "w", "x")
                .graph());
        try (Workspace workspace = new Workspace(plan)) {
            workspace.run();
            Tensor jacobian = LocalDerivative.at(workspace, Slot.of("y", "b")).orElseThrow();
            assertThat(jacobian.shape().dims()).containsExactly(2, 2);
            assertThat(jacobian.toArray()).containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void floatRoundsEveryValue() {
        ExecutionPlan plan =
                Plans.of(new Sketch().param("x", 0.1).node("y", "tanh", "x").graph(), Precision.FLOAT);
        try (Workspace workspace = new Workspace(plan)) {
            workspace.run();
            assertThat(workspace.value(source("x")).item()).isEqualTo((double) 0.1f);
            assertThat(workspace.value(source("y")).item()).isCloseTo(Math.tanh(0.1), within(1e-7));
        }
    }
}
