package chainrule.predict;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.exec.Plans;
import chainrule.exec.Step;
import chainrule.exec.Workspace;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.graph.Slot;
import chainrule.tensor.Tensor;
import chainrule.trace.Explainer;
import chainrule.trace.Explanation;
import chainrule.trace.Trace;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HidingTest {
    private static final NodeId B = NodeId.of("b");
    private static final NodeId C = NodeId.of("c");
    private final Trace trace = trace();

    private static Trace trace() {
        try (Workspace workspace = new Workspace(Plans.of(Sketch.twoPaths()))) {
            return Trace.record(workspace);
        }
    }

    private Trace hidden(boolean values, Set<NodeId> nodes, Slot... edges) {
        return trace.keepingBack(new Hiding(nodes, Set.of(edges), values).in(trace));
    }

    private static String said(Trace trace, Step step) {
        Explanation told = new Explainer(trace, 4).at(trace.steps().indexOf(step));
        return told.rule() + " | " + told.numbers() + " | " + told.formulaNumbers();
    }

    @Test
    void aGradientIsHiddenAndItsContributionsAreNot() {
        Trace hidden = hidden(false, Set.of(B));
        assertThat(hidden.end().gradient(B)).isEmpty();
        assertThat(hidden.end().value(B)).isPresent();
        assertThat(hidden.end().contribution(Slot.of("c", "b"))).isPresent();
        assertThat(hidden.whole()).isSameAs(trace);
        assertThat(trace.end().gradient(B)).hasValue(Tensor.scalar(5));
    }

    @Test
    void theGradientOfANodeWithOneConsumerIsThatOfItsEdge() {
        Trace byNode = hidden(false, Set.of(C));
        Trace byEdge = hidden(false, Set.of(), Slot.of("e", "a"));
        assertThat(byNode.keptBack()).isEqualTo(byEdge.keptBack()).hasSize(1);
        assertThat(byEdge.end().gradient(C)).isEmpty();
        assertThat(byNode.end().contribution(Slot.of("e", "a"))).isEmpty();
        assertThat(byNode.end().value(C)).isPresent();
    }

    @Test
    void valuesAreHiddenOnlyWhereTheyAreComputed() {
        Trace hidden = hidden(true, Set.of(B, C));
        assertThat(hidden.end().value(C)).isEmpty();
        assertThat(hidden.end().value(B)).isPresent();
        assertThat(hidden.local(Slot.of("e", "b"))).as("∂e/∂d is c").isEmpty();
        assertThat(hidden.local(Slot.of("d", "x"))).isPresent();
        assertThat(trace.local(Slot.of("e", "b"))).isPresent();
    }

    @Test
    void noStepTellsAHiddenNumber() {
        Trace gradient = hidden(false, Set.of(C));
        assertThat(said(gradient, new Step.Pull(Slot.of("e", "a")))).isEqualTo("c̄ += ē · ∂e/∂c | ? | ");
        assertThat(said(gradient, new Step.Pull(Slot.of("c", "a")))).isEqualTo("ā += c̄ · ∂c/∂a | ? · 1 = 2 | ");
        Trace part = hidden(false, Set.of(), Slot.of("c", "b"));
        assertThat(said(part, new Step.Accumulate(chainrule.graph.Source.of(B))))
                .contains("3 + ? = 5");
        Trace value = hidden(true, Set.of(C));
        assertThat(said(value, new Step.Forward(C))).isEqualTo("c = a + b | ? | ");
        assertThat(said(value, new Step.Forward(NodeId.of("e")))).isEqualTo("e = c · d | 6 | ");
        assertThat(said(value, new Step.Pull(Slot.of("e", "b")))).isEqualTo("d̄ += ē · ∂e/∂d | 1 · ? = 3 | ");
        Trace seed = hidden(false, Set.of(NodeId.of("e")));
        assertThat(said(seed, new Step.Seed(NodeId.of("e")))).isEqualTo("ē = ? | ? | ");
        assertThat(new Explainer(gradient, 4).element(trace.steps().indexOf(new Step.Pull(Slot.of("e", "a"))), 0))
                .isEmpty();
    }

    @Test
    void howAParameterMovesIsHiddenWithItsGradient() {
        Step.Update update = new Step.Update(B);
        Explanation told = new Explanation(update, "b −= 0.1 · b̄", "", "1 − 0.1 · 5 = 0.5", "");
        Trace whole = trace.followedBy(List.of(new Trace.Sequel(Tensor.scalar(0.5), told, Trace.Sequel.Writes.VALUE)));
        Trace hidden = whole.keepingBack(new Hiding(Set.of(B), Set.of(), false).in(whole));
        assertThat(said(hidden, update)).isEqualTo("b −= 0.1 · b̄ | ? | ");
        assertThat(hidden.end().value(B)).hasValue(Tensor.scalar(1));
    }

    @Test
    void whatIsNotInThePassHidesNothing() {
        assertThat(hidden(true, Set.of(NodeId.of("gone")), Slot.of("gone", "x")))
                .isSameAs(trace);
        assertThat(Hiding.nothing().isEmpty()).isTrue();
    }
}
