package chainrule.editor.session;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.Samples;
import chainrule.editor.document.command.ChangeSettings;
import chainrule.editor.document.command.Disconnect;
import chainrule.editor.document.command.MoveNodes;
import chainrule.exec.Step;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import chainrule.trace.GradientView;
import chainrule.trace.Trace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final NodeId A = NodeId.of("a");
    private static final NodeId P = NodeId.of("p");
    private static final long BUDGET = 64L << 20;

    private final History history = new History(Samples.product());
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final Evaluator evaluator = new Evaluator(history, Runnable::run, work::add, BUDGET);
    private final Stepper stepper = new Stepper(evaluator);
    private final Selection selection = new Selection();

    private void runWork() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private static ChangeSettings value(double number) {
        return new ChangeSettings(A, "value", new Literal.Number(number));
    }

    private double gradient(NodeId node) {
        return stepper.view()
                .flatMap((GradientView view) -> view.gradient(node))
                .orElseThrow()
                .item();
    }

    @Test
    void nothingIsKnownBeforeTheEngineAnswers() {
        evaluator.start();
        assertThat(evaluator.engineReady()).isFalse();
        assertThat(evaluator.current().state()).isEqualTo(Evaluation.State.RUNNING);
        assertThat(evaluator.current().anyTrace()).isEmpty();
        assertThat(evaluator.current().stale()).isFalse();
        assertThat(evaluator.current().shape(Source.of(P))).contains(Shape.scalar());
        assertThat(stepper.view()).isEmpty();
        stepper.next();
        assertThat(stepper.cursor()).isEmpty();
    }

    @Test
    void anEditIsEvaluatedAndShownAtTheEndOfThePass() {
        evaluator.start();
        runWork();
        assertThat(evaluator.engineReady()).isTrue();
        assertThat(evaluator.current().state()).isEqualTo(Evaluation.State.DONE);
        assertThat(gradient(A)).isEqualTo(3);
        history.perform(new ChangeSettings(NodeId.of("b"), "value", new Literal.Number(5)));
        assertThat(evaluator.current().stale()).isTrue();
        runWork();
        assertThat(gradient(A)).isEqualTo(5);
    }

    @Test
    void anOvertakenAnswerIsDropped() {
        evaluator.start();
        runWork();
        List<Evaluation> seen = new ArrayList<>();
        evaluator.onChange(seen::add);
        history.perform(value(7));
        history.perform(value(8));
        runWork();
        assertThat(seen)
                .extracting(Evaluation::state)
                .containsExactly(Evaluation.State.RUNNING, Evaluation.State.RUNNING, Evaluation.State.DONE);
        assertThat(stepper.view().orElseThrow().value(P)).contains(Tensor.scalar(24));
    }

    @Test
    void movingANodeRunsNothing() {
        evaluator.start();
        runWork();
        history.perform(new MoveNodes(Set.of(A), 10, 0));
        assertThat(work).isEmpty();
        assertThat(evaluator.current().state()).isEqualTo(Evaluation.State.DONE);
    }

    @Test
    void aMistakeKeepsTheLastTraceAsStale() {
        evaluator.start();
        runWork();
        history.perform(new Disconnect(new Slot(P, "b")));
        assertThat(work).isEmpty();
        Evaluation rejected = evaluator.current();
        assertThat(rejected.state()).isEqualTo(Evaluation.State.REJECTED);
        assertThat(rejected.stale()).isTrue();
        assertThat(rejected.problemsAt(P)).singleElement().satisfies(p -> assertThat(p.sentence())
                .isEqualTo("Input b of p is not connected."));
        assertThat(rejected.problemsAt(A)).isEmpty();
        history.undo();
        runWork();
        assertThat(evaluator.current().state()).isEqualTo(Evaluation.State.DONE);
    }

    @Test
    void anotherNumberNeitherCompilesNorRunsWhatItDoesNotTouch() {
        evaluator.start();
        runWork();
        Trace before = evaluator.current().anyTrace().orElseThrow();
        history.perform(value(7));
        runWork();
        Trace after = evaluator.current().anyTrace().orElseThrow();
        assertThat(after.plan().steps()).isSameAs(before.plan().steps());
        assertThat(after.plan().graph()).isSameAs(history.document().graph());
        assertThat(after.result(1)).isSameAs(before.result(1));
        assertThat(stepper.view().orElseThrow().value(P)).contains(Tensor.scalar(21));
    }

    @Test
    void aRunThatAnEditOvertakesStopsBetweenTwoSteps() {
        LivePass live = new LivePass(BUDGET, now -> {});
        AtomicInteger asked = new AtomicInteger();
        assertThat(live.run(history.document(), Set.of(), () -> asked.incrementAndGet() > 2)
                        .trace())
                .isNull();
        assertThat(asked).hasValue(3);
        history.perform(value(7));
        assertThat(live.run(history.document(), Set.of(), () -> false).trace()).isNotNull();
        live.close();
    }

    @Test
    void aPassThatRunsTellsHowFarItIsAndCanBeCancelled() {
        evaluator.start();
        runWork();
        Trace before = evaluator.current().anyTrace().orElseThrow();
        List<Progress> told = new ArrayList<>();
        LivePass live = new LivePass(BUDGET, told::add);
        live.run(history.document(), Set.of(), () -> false);
        live.close();
        int steps = before.steps().size();
        assertThat(told).extracting(Progress::done).startsWith(0, 1).endsWith(steps - 1);
        assertThat(told).allMatch(now -> now.total() == steps);
        assertThat(told.get(0).share()).isZero();
        assertThat(told.get(steps - 1).node())
                .isEqualTo(before.steps().get(steps - 1).node());
        history.perform(value(7));
        assertThat(evaluator.progress()).isEmpty();
        evaluator.cancel();
        assertThat(evaluator.current().state()).isEqualTo(Evaluation.State.CANCELLED);
        assertThat(evaluator.current().stale()).isTrue();
        runWork();
        assertThat(evaluator.current().anyTrace()).containsSame(before);
        evaluator.cancel();
        evaluator.evaluate();
        runWork();
        assertThat(evaluator.current().state()).isEqualTo(Evaluation.State.DONE);
        assertThat(evaluator.progress()).isEmpty();
        assertThat(stepper.view().orElseThrow().value(P)).contains(Tensor.scalar(21));
    }

    @Test
    void anotherShapeIsCompiledAnew() {
        evaluator.start();
        runWork();
        history.perform(new ChangeSettings(A, "value", new Literal.Numbers(Tensor.vector(1, 2))));
        runWork();
        assertThat(stepper.view().orElseThrow().value(P)).contains(Tensor.vector(3, 6));
        history.undo();
        runWork();
        assertThat(gradient(A)).isEqualTo(3);
    }

    @Test
    void aClosedEvaluatorSaysThatItStoppedAndPublishesNoMore() {
        evaluator.start();
        runWork();
        history.perform(value(7));
        evaluator.close();
        assertThat(evaluator.current().state()).isEqualTo(Evaluation.State.CANCELLED);
        runWork();
        assertThat(evaluator.current().state()).isEqualTo(Evaluation.State.CANCELLED);
    }

    @Test
    void aGraphOverTheBudgetIsAProblemAtItsNode() {
        evaluator.start();
        runWork();
        Literal large = new Literal.Numbers(Tensor.filled(Shape.of((int) (BUDGET / 8)), 1));
        history.perform(new ChangeSettings(A, "value", large));
        runWork();
        assertThat(evaluator.current().state()).isEqualTo(Evaluation.State.REJECTED);
        assertThat(evaluator.current().problems()).hasSize(1);
    }

    @Test
    void aFaultOfOursIsSaidAndTheNextEditIsEvaluated() {
        evaluator.start();
        runWork();
        NodeType mul = history.document().node(P).type();
        NodeType broken = mul.with(mul.inputs().get(0), rule -> k -> {
            throw new IllegalStateException("broken on purpose");
        });
        Document document = history.document();
        Document faulty = document.with(document.graph().with(Node.of("p", broken)));
        history.perform(edit(faulty));
        runWork();
        assertThat(evaluator.current().problems()).singleElement().satisfies(p -> assertThat(p.sentence())
                .contains("fault of this program")
                .contains("broken on purpose"));
        history.undo();
        runWork();
        assertThat(evaluator.current().state()).isEqualTo(Evaluation.State.DONE);
    }

    private static Command edit(Document next) {
        return new Command() {
            @Override
            public String label() {
                return "Edit";
            }

            @Override
            public Document applied(Document document) {
                return next;
            }
        };
    }

    @Test
    void theStepperWalksThePassBothWays() {
        evaluator.start();
        runWork();
        AtomicInteger calls = new AtomicInteger();
        stepper.onChange(calls::incrementAndGet);
        assertThat(stepper.marked()).isEmpty();
        stepper.toStart();
        assertThat(stepper.explanation()).isEmpty();
        assertThat(stepper.element(0)).isEmpty();
        stepper.next();
        assertThat(stepper.marked()).contains(new Step.Forward(A));
        stepper.moveTo(5);
        assertThat(stepper.marked()).contains(new Step.Pull(new Slot(P, "a")));
        assertThat(stepper.explanation().orElseThrow().numbers()).isEqualTo("1 · 3 = 3");
        assertThat(stepper.element(0)).contains("ā += 1 · 3 = 3");
        stepper.previous();
        assertThat(stepper.marked()).contains(new Step.Seed(P));
        stepper.toEnd();
        assertThat(stepper.marked()).isEmpty();
        assertThat(calls).hasValue(5);
    }

    @Test
    void aNodeIsReachedAtItsForwardStepAndThenAtItsGradient() {
        evaluator.start();
        runWork();
        stepper.goTo(A);
        assertThat(stepper.cursor().orElseThrow().done()).isEqualTo(1);
        stepper.goTo(A);
        assertThat(stepper.marked()).contains(new Step.Pull(new Slot(P, "a")));
    }

    @Test
    void theCursorStaysInsideThePassWhenOnlyNumbersChange() {
        evaluator.start();
        runWork();
        stepper.moveTo(2);
        history.perform(value(9));
        runWork();
        assertThat(stepper.cursor().orElseThrow().done()).isEqualTo(2);
        assertThat(evaluator.current().anyTrace())
                .isEqualTo(java.util.Optional.of(stepper.cursor().orElseThrow().trace()));
    }

    @Test
    void selectionTellsWhatItHoldsAndForgetsWhatIsGone() {
        AtomicInteger calls = new AtomicInteger();
        selection.onChange(calls::incrementAndGet);
        selection.select(A);
        selection.select(A);
        assertThat(calls).hasValue(1);
        assertThat(selection.onlyNode()).contains(A);
        assertThat(selection.onlyEdge()).isEmpty();
        selection.select(new Slot(P, "a"));
        assertThat(selection.onlyEdge()).contains(new Slot(P, "a"));
        assertThat(selection.onlyNode()).isEmpty();
        Document without = new Disconnect(new Slot(P, "a")).applied(history.document());
        selection.retain(without);
        assertThat(selection.isEmpty()).isTrue();
        selection.select(Set.of(A, P), Set.of());
        assertThat(selection.nodes()).hasSize(2);
        assertThat(selection.edges()).isEmpty();
        selection.clear();
        assertThat(selection.isEmpty()).isTrue();
    }
}
