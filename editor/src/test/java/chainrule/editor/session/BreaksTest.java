package chainrule.editor.session;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.command.ChangeSettings;
import chainrule.editor.document.command.ChangeTraining;
import chainrule.editor.document.command.Delete;
import chainrule.editor.session.TrainingState.Phase;
import chainrule.exec.Step;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.Literal;
import chainrule.presets.PresetCatalog;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import chainrule.trace.TraceCursor;
import chainrule.train.Condition;
import chainrule.train.Training;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Breakpoints stop exactly where they first hold; watches know what was before. */
class BreaksTest {
    private static final long BUDGET = 64L << 20;

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final History history = new History(Document.untitled());
    private final Evaluator evaluator = new Evaluator(history, Runnable::run, work::add, BUDGET);
    private final Stepper stepper = new Stepper(evaluator);
    private final TrainingSession training = new TrainingSession(history, Runnable::run, work::add, BUDGET);
    private final Scrubber scrubber = new Scrubber(stepper, training);
    private final Breaks breaks = Breaks.of(history);
    private final Watches watches = new Watches(stepper, training);

    BreaksTest() {
        training.stopAt(breaks::conditions);
        evaluator.start();
    }

    private void open(String preset) {
        history.restart(new Document(new PresetCatalog(StandardCatalog.create())
                .find(preset)
                .orElseThrow()
                .file()));
        settle();
    }

    private void settle() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private TraceCursor cursor() {
        return stepper.cursor().orElseThrow();
    }

    private void stopWhen(Condition condition) {
        breaks.toggle(new Breaks.When(condition));
    }

    private static boolean dead(Tensor value) {
        return Arrays.stream(value.toArray()).allMatch(y -> y <= 0);
    }

    @Test
    void aTrainingStopsWhereAReluDies() {
        open("a2-dying-relu");
        NodeId relu = NodeId.of("y");
        stopWhen(new Condition.DeadUnit(relu));
        training.start();
        settle();
        assertThat(training.state().phase()).isEqualTo(Phase.PAUSED);
        int stopped = training.state().done();
        assertThat(stopped).isPositive();
        assertThat(training.state().stop().sentence())
                .isEqualTo("Stopped before the update of step %d: the first dead unit of y.".formatted(stopped));
        assertThat(cursor().step()).contains(new Step.Forward(relu));
        assertThat(dead(cursor().view().value(relu).orElseThrow())).isTrue();
        for (int step = 0; step < stopped; step++) {
            scrubber.goTo(step, Integer.MAX_VALUE);
            settle();
            assertThat(dead(cursor().trace().result(cursor().trace().steps().indexOf(new Step.Forward(relu)))))
                    .as("dead at step %d", step)
                    .isFalse();
        }
        training.start();
        settle();
        assertThat(training.state().done()).isEqualTo(stopped + 1);
        training.step();
        settle();
        assertThat(training.state().done()).isEqualTo(stopped + 2);
    }

    @Test
    void aPassStopsWhereTheGradientOfASigmoidStackVanishes() {
        open("a2-sigmoid-stack");
        NodeId first = NodeId.of("a1");
        stopWhen(new Condition.GradientBelow(first, 0.01));
        stepper.toStart();
        int there = breaks.next(cursor()).orElseThrow();
        scrubber.toBreak(breaks);
        assertThat(cursor().done()).isEqualTo(there);
        assertThat(Math.abs(cursor().view().gradient(first).orElseThrow().item()))
                .isLessThan(0.01);
        assertThat(cursor().moved(-1).view().gradient(first)).isEmpty();
        assertThat(breaks.next(cursor())).isEmpty();
        scrubber.toBreak(breaks);
        assertThat(cursor().isAtEnd()).isTrue();
    }

    @Test
    void aTrainingStopsInsideACellThatItRunsAsOne() {
        open("r6-lstm-cell");
        NodeId cell = NodeId.of("cell");
        assertThat(breaks.looksInside(cursor().trace().plan())).isFalse();
        evaluator.open(Set.of(cell));
        settle();
        NodeId gate = cursor().trace().plan().order().stream()
                .filter(id -> id.within(cell)
                        && cursor().trace().plan().graph().type(id).id().equals("sigmoid"))
                .findFirst()
                .orElseThrow();
        breaks.toggle(new Breaks.AtNode(gate));
        assertThat(breaks.looksInside(cursor().trace().plan())).isTrue();
        evaluator.open(Set.of());
        settle();
        assertThat(breaks.looksInside(cursor().trace().plan())).isTrue();
        training.start();
        settle();
        assertThat(training.state().phase()).isEqualTo(Phase.PAUSED);
        assertThat(training.state().done()).isZero();
        assertThat(cursor().step()).contains(new Step.Forward(gate));
        assertThat(cursor().view().value(gate)).isPresent();
        training.start();
        settle();
        assertThat(training.state().done()).isEqualTo(1);
        assertThat(cursor().step()).contains(new Step.Forward(gate));
        breaks.turn(breaks.all().get(0), false);
        assertThat(breaks.looksInside(cursor().trace().plan())).isFalse();
    }

    @Test
    void aPassStopsWhereLogSumExpOverflows() {
        open("m0-logsumexp");
        history.perform(
                new ChangeSettings(NodeId.of("x"), "value", new Literal.Numbers(Tensor.of(Shape.of(3), 1, 2, 800))));
        settle();
        stopWhen(new Condition.NonFinite());
        stepper.toStart();
        scrubber.toBreak(breaks);
        assertThat(cursor().step()).contains(new Step.Forward(NodeId.of("e")));
        assertThat(cursor().view().value(NodeId.of("e")).orElseThrow().isFinite())
                .isFalse();
    }

    @Test
    void playingStopsAtNodesAndEdges() {
        open("m0-two-paths");
        Slot slot = history.document().graph().into(NodeId.of("c")).get(0).to();
        breaks.toggle(new Breaks.AtEdge(slot));
        breaks.toggle(new Breaks.AtNode(NodeId.of("b")));
        stepper.toStart();
        int stops = 0;
        while (!cursor().isAtEnd()) {
            if (scrubber.play(breaks)) {
                stops++;
                Step step = cursor().step().orElseThrow();
                boolean value = step.equals(new Step.Forward(NodeId.of("b")));
                boolean edge = step.equals(new Step.Pull(slot));
                boolean gradient =
                        step.kind().equals("accumulate") && step.node().equals(NodeId.of("b"));
                assertThat(value || edge || gradient).as(step.toString()).isTrue();
            }
        }
        assertThat(stops).isEqualTo(3);
        scrubber.choose(Stride.PHASE);
        stepper.toStart();
        assertThat(scrubber.play(breaks)).isTrue();
        assertThat(cursor().step()).contains(new Step.Forward(NodeId.of("b")));
        breaks.turn(new Breaks.AtNode(NodeId.of("b")), false);
        breaks.turn(new Breaks.AtEdge(slot), false);
        stepper.toStart();
        assertThat(breaks.next(cursor())).isEmpty();
        history.perform(new Delete(Set.of(NodeId.of("b")), Set.of()));
        assertThat(breaks.all()).containsExactly(new Breaks.AtEdge(slot));
        breaks.remove(new Breaks.AtEdge(slot));
        assertThat(breaks.all()).isEmpty();
    }

    @Test
    void aConditionThatCannotBeLookedForIsSaid() {
        open("a2-dying-relu");
        stopWhen(new Condition.SaturatedUnit(NodeId.of("y")));
        assertThat(breaks.next(new TraceCursor(cursor().trace(), 0))).isEmpty();
        training.start();
        settle();
        assertThat(training.state().problem()).endsWith("y is of the type relu: only sigmoid and tanh can saturate.");
        assertThat(training.state().phase()).isEqualTo(Phase.PAUSED);
        assertThat(training.state().done()).isZero();
    }

    @Test
    void aTrainingStopsBeforeAStepAndGoesOn() {
        open("b3-mazur");
        history.perform(new ChangeTraining(Training.of("sgd", 0.1, 9)));
        stopWhen(new Condition.AtStep(4));
        training.start();
        settle();
        assertThat(training.state().done()).isEqualTo(4);
        assertThat(scrubber.step()).isEqualTo(4);
        assertThat(cursor().isAtEnd()).isTrue();
        training.start();
        settle();
        assertThat(training.state().phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void aTrainingStopsAtNodesAndEdgesInEveryStep() {
        open("b3-mazur");
        history.perform(new ChangeTraining(Training.of("sgd", 0.1, 9)));
        NodeId hidden = NodeId.of("net_h1");
        Slot slot = history.document().graph().into(hidden).get(0).to();
        breaks.toggle(new Breaks.AtNode(hidden));
        breaks.toggle(new Breaks.AtEdge(slot));
        training.start();
        settle();
        assertThat(training.state().phase()).isEqualTo(Phase.PAUSED);
        assertThat(training.state().done()).isZero();
        assertThat(training.state().stop().sentence())
                .isEqualTo("Stopped before the update of step 0: the breakpoint at net_h1.");
        assertThat(cursor().step()).contains(new Step.Forward(hidden));
        breaks.turn(new Breaks.AtNode(hidden), false);
        training.start();
        settle();
        assertThat(training.state().done()).isEqualTo(1);
        assertThat(cursor().step()).contains(new Step.Pull(slot));
        breaks.turn(new Breaks.AtEdge(slot), false);
        training.start();
        settle();
        assertThat(training.state().phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void oneGoesToTheStepOfAnEdge() {
        open("m0-two-paths");
        Slot slot = history.document().graph().into(NodeId.of("c")).get(0).to();
        stepper.toStart();
        stepper.goTo(slot);
        assertThat(cursor().step()).contains(new Step.Pull(slot));
        int there = cursor().done();
        stepper.goTo(new Slot(NodeId.of("c"), "nowhere"));
        assertThat(cursor().done()).isEqualTo(there);
    }

    @Test
    void watchesKnowEveryStepThatWasDone() {
        open("b3-mazur");
        history.perform(new ChangeTraining(Training.of("sgd", 0.1, 30)));
        NodeId id = NodeId.of("w5");
        Watches.Watch weight = new Watches.Watch(
                new Source(
                        id, history.document().graph().type(id).outputs().get(0).name()),
                false);
        Watches.Watch gradient = new Watches.Watch(weight.source(), true);
        watches.toggle(weight);
        assertThat(watches.past(weight)).isEmpty();
        training.start();
        settle();
        assertThat(watches.past(weight)).hasSize(31);
        watches.toggle(gradient);
        settle();
        assertThat(watches.past(gradient)).hasSize(31);
        assertThat(gradient.name()).isEqualTo("w̄5");
        for (int step : List.of(0, 7, 30)) {
            scrubber.goTo(step, Integer.MAX_VALUE);
            settle();
            int pass = cursor().trace().passSteps();
            Tensor there = cursor().at(pass).view().gradient(id).orElseThrow();
            assertThat(watches.past(gradient)).containsEntry(step, there.item());
        }
        assertThat(watches.now(weight)).isEqualTo(cursor().view().value(id));
        training.reset();
        assertThat(watches.past(weight)).isEmpty();
        watches.toggle(weight);
        assertThat(watches.all()).containsExactly(gradient);
        assertThat(Watches.size(Tensor.of(Shape.of(2), 3, 4))).isEqualTo(5);
    }
}
