package chainrule.predict;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.exec.Plans;
import chainrule.exec.Step;
import chainrule.exec.Workspace;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import chainrule.trace.Derivatives;
import chainrule.trace.Explanation;
import chainrule.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    private static Trace trace(Graph graph) {
        try (Workspace workspace = new Workspace(Plans.of(graph))) {
            return Trace.record(workspace);
        }
    }

    private static Question question(Trace trace, Step step, int element) {
        try (Derivatives engine = Derivatives.of(trace)) {
            return new Questions(trace, engine).at(trace.steps().indexOf(step), element);
        }
    }

    @Test
    void aPullIsUpstreamTimesLocal() {
        Question question = question(trace(Sketch.twoPaths()), new Step.Pull(Slot.of("c", "b")), 0);
        assertThat(question.about()).isEqualTo("the gradient of b that comes back from c");
        assertThat(question.number(2).right()).isTrue();
        assertThat(question.number(2).sentence()).isEqualTo("Right.");
        assertThat(question.number(1).mistakes()).containsExactly(Mistake.NO_UPSTREAM);
        assertThat(question.number(-2).sentence()).isEqualTo("The size is right, the sign is not.");
        assertThat(question.number(7)).isEqualTo(new Verdict(false, List.of()));
        assertThat(question.number(7).sentence()).isEqualTo("Not yet right.");
        assertThat(question.sign(1).right()).isTrue();
        assertThat(question.sign(0).mistakes()).containsExactly(Mistake.SIGN);
        assertThat(question.shape(Shape.scalar()).right()).isTrue();
        assertThat(question.shape(Shape.of(2)).right()).isFalse();
    }

    @Test
    void aFanOutIsAddedUpAndNotAveraged() {
        Question question = question(trace(Sketch.twoPaths()), new Step.Accumulate(Source.of(NodeId.of("b"))), 0);
        assertThat(question.number(5).right()).isTrue();
        assertThat(question.number(2).mistakes()).containsExactly(Mistake.NOT_SUMMED);
        assertThat(question.number(3).mistakes()).containsExactly(Mistake.NOT_SUMMED);
        assertThat(question.number(2.5).mistakes()).containsExactly(Mistake.SUM_OR_MEAN);
    }

    @Test
    void rowsAndColumnsAreNotExchanged() {
        Graph graph = new Sketch()
                .matrix("A", 2, 1, 2, 3, 4, 5, 6)
                .param("b", 1, 2, 3)
                .node("Y", "add", "A", "b")
                .node("Q", "square", "Y")
                .node("L", "sum", "Q")
                .graph();
        Trace trace = trace(graph);
        Question turned = question(trace, new Step.Pull(Slot.of("Q", "x")), 1);
        assertThat(turned.number(8).right()).isTrue();
        assertThat(turned.number(10).mistakes()).contains(Mistake.TRANSPOSED);
        assertThat(turned.shape(Shape.of(3, 2)).mistakes()).containsExactly(Mistake.TRANSPOSED);
        Question spread = question(trace, new Step.Pull(Slot.of("Y", "b")), 0);
        assertThat(spread.number(14).right()).isTrue();
        assertThat(spread.number(4).mistakes()).contains(Mistake.NOT_SUMMED);
        assertThat(spread.shape(Shape.of(2, 3)).mistakes()).containsExactly(Mistake.NOT_SUMMED);
        Question sum = question(trace, new Step.Forward(NodeId.of("L")), 0);
        assertThat(sum.about()).isEqualTo("the value of L");
        assertThat(sum.number(sum.right() / 6).mistakes()).containsExactly(Mistake.SUM_OR_MEAN);
        assertThat(question(trace, new Step.Seed(NodeId.of("L")), 0).number(1).right())
                .isTrue();
    }

    @Test
    void theValueBeforeAnUpdateIsNotTheOneAfter() {
        Trace pass = trace(Sketch.twoPaths());
        Step.Update update = new Step.Update(NodeId.of("b"));
        Explanation told = new Explanation(update, "", "", "", "");
        Trace whole = pass.followedBy(List.of(new Trace.Sequel(Tensor.scalar(0.5), told, Trace.Sequel.Writes.VALUE)));
        Question question = question(whole, update, 0);
        assertThat(question.about()).isEqualTo("b after this step of its update");
        assertThat(question.number(0.5).right()).isTrue();
        assertThat(question.number(1).mistakes()).containsExactly(Mistake.BEFORE_UPDATE);
        assertThat(question.number(1.5).mistakes()).containsExactly(Mistake.SIGN);
    }

    @Test
    void anAnswerIsRightInTheDigitsThatAreShown() {
        Question question = new Question(new Step.Seed(NodeId.of("L")), "it", Shape.scalar(), 0, 0.298436, List.of());
        assertThat(question.number(0.2984).right()).isTrue();
        assertThat(question.number(0.2985).right()).isFalse();
        assertThat(question.number(0.3).right()).isFalse();
        Question nothing = new Question(new Step.Seed(NodeId.of("L")), "it", Shape.scalar(), 0, 0, List.of());
        assertThat(nothing.number(0).right()).isTrue();
        assertThat(nothing.number(-0.0).right()).isTrue();
        assertThat(nothing.number(0.001).right()).isFalse();
        Question broken = new Question(new Step.Seed(NodeId.of("L")), "it", Shape.scalar(), 0, Double.NaN, List.of());
        assertThat(broken.number(Double.NaN).right()).isTrue();
        assertThat(broken.number(1).right()).isFalse();
    }
}
