package chainrule.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainrule.exec.Plans;
import chainrule.exec.Step;
import chainrule.exec.Workspace;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.tensor.Tensor;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static Trace trace(Graph graph) {
        try (Workspace workspace = new Workspace(Plans.of(graph))) {
            return Trace.record(workspace);
        }
    }

    private static NodeId id(String name) {
        return NodeId.of(name);
    }

    @Test
    void whatHasNotBeenComputedIsAbsent() {
        Trace trace = trace(Sketch.twoPaths());
        GradientView start = trace.view(0);
        assertThat(start.value(id("a"))).isEmpty();
        GradientView forward = trace.view(5);
        assertThat(forward.value(id("e"))).contains(Tensor.scalar(6));
        assertThat(forward.gradient(id("e"))).isEmpty();
        assertThat(trace.view(6).gradient(id("e"))).contains(Tensor.scalar(1));
    }

    @Test
    void aSharedNodeHasItsGradientOnlyWhenEveryContributionHasArrived() {
        Trace trace = trace(Sketch.twoPaths());
        GradientView partly = trace.view(9);
        assertThat(partly.contribution(Slot.of("d", "x"))).contains(Tensor.scalar(3));
        assertThat(partly.gradient(id("b"))).isEmpty();
        assertThat(partly.arrived(Source.of(id("b")))).containsExactly(Slot.of("d", "x"));
        assertThat(trace.end().gradient(id("b"))).contains(Tensor.scalar(5));
    }

    @Test
    void movingTheCursorForthAndBackShowsTheSameNumbers() {
        TraceCursor cursor = TraceCursor.atEnd(trace(Sketch.twoPaths())).at(7);
        TraceCursor there = cursor.moved(4).moved(-4);
        assertThat(there).isEqualTo(cursor);
        assertThat(there.view().gradient(id("c"))).isEqualTo(cursor.view().gradient(id("c")));
        assertThat(cursor.moved(100).isAtEnd()).isTrue();
        assertThat(cursor.moved(-100).isAtStart()).isTrue();
        assertThat(cursor.moved(-100).step()).isEmpty();
        assertThat(cursor.step()).contains(new Step.Pull(Slot.of("e", "a")));
        assertThat(cursor.atForwardOf(id("d")).done()).isEqualTo(4);
        assertThatThrownBy(() -> new TraceCursor(cursor.trace(), 99)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFirstNonFiniteValueIsNamed() {
        Graph graph = new Sketch()
                .param("x", 1000)
                .node("e", "exp", "x")
                .node("l", "neg", "e")
                .graph();
        Trace trace = trace(graph);
        assertThat(trace.nonFinite()).contains(new Trace.NonFinite(id("e"), 1, false, false));
        assertThat(trace.nonFinite().orElseThrow().sentence()).isEqualTo("e is the first to be infinite");
        assertThat(trace(Sketch.twoPaths()).nonFinite()).isEmpty();
    }

    @Test
    void theFirstNonFiniteGradientIsNamed() {
        Trace trace = trace(new Sketch().param("x", 0).node("s", "sqrt", "x").graph());
        assertThat(trace.nonFinite()).contains(new Trace.NonFinite(id("x"), 3, true, false));
        assertThat(trace.nonFinite().orElseThrow().sentence())
                .isEqualTo("The gradient of x is the first to be infinite");
        Trace unknown = trace(new Sketch().param("x", -1).node("l", "log", "x").graph());
        assertThat(unknown.nonFinite().orElseThrow().sentence()).isEqualTo("l is the first to be NaN (not a number)");
    }

    @Test
    void aBlockSaysWhichNodeInsideWasTheFirst() {
        Trace.NonFinite first = new Trace.NonFinite(id("lstm/l0/t3/f"), 6, true, true);
        assertThat(first.saidAt(id("lstm/l0")))
                .contains("The gradient of t3/f inside is the first to be NaN (not a number), at step 7.");
        assertThat(first.saidAt(id("lstm/l0/t3/f")))
                .contains("Its gradient is the first to be NaN (not a number), at step 7.");
        assertThat(first.saidAt(id("lst"))).isEmpty();
    }

    @Test
    void everyPullKeepsItsLocalDerivative() {
        Trace trace = trace(Sketch.twoPaths());
        assertThat(trace.local(Slot.of("e", "a"))).contains(Tensor.scalar(2));
        assertThat(trace.local(Slot.of("e", "b"))).contains(Tensor.scalar(3));
        assertThat(trace.nanos()).isPositive();
    }
}
