package chainrule.editor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.catalog.StandardCatalog;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.command.ChangeSettings;
import chainrule.editor.document.command.ChangeTraining;
import chainrule.editor.document.command.Retitle;
import chainrule.editor.session.TrainingState.Phase;
import chainrule.graph.NodeId;
import chainrule.op.Literal;
import chainrule.presets.PresetCatalog;
import chainrule.train.Part;
import chainrule.train.Training;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TrainingSessionTest {
    private static final long BUDGET = 64L << 20;
    private static final NodeId W = NodeId.of("w");

    private final PresetCatalog presets = new PresetCatalog(StandardCatalog.create());
    private final History history = new History(document("a2-dying-relu"));
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final TrainingSession training = new TrainingSession(history, Runnable::run, work::add, BUDGET);

    private Document document(String preset) {
        return new Document(presets.find(preset).orElseThrow().file());
    }

    private void runWork() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private double weight() {
        Literal value = history.document().node(W).settings().literals().get("value");
        return ((Literal.Numbers) value).value().at(0);
    }

    @Test
    void trainsBesideTheDocumentAndKeepsByACommand() {
        assertThat(training.state().phase()).isEqualTo(Phase.NONE);
        training.start();
        assertThat(training.state().phase()).isEqualTo(Phase.RUNNING);
        assertThat(training.state().steps()).isEqualTo(4);
        runWork();
        TrainingState done = training.state();
        assertThat(done.phase()).isEqualTo(Phase.DONE);
        assertThat(done.done()).isEqualTo(4);
        assertThat(done.rate()).isEqualTo(1);
        assertThat(done.curve().points()).hasSize(4);
        assertThat(done.curve().points().get(1).mean()).isCloseTo(118.35185185185185, within(1e-9));
        assertThat(done.metrics().loss()).isCloseTo(4.666666666666667, within(1e-9));
        assertThat(history.dirty()).isFalse();

        training.keep();
        runWork();
        assertThat(weight()).isCloseTo(-41.72222222222222, within(1e-9));
        assertThat(history.undoLabel()).contains("Keep trained weights");
        assertThat(training.state().phase()).isEqualTo(Phase.NONE);
        assertThat(training.state().curve().steps()).isEqualTo(4);
        history.undo();
        assertThat(weight()).isEqualTo(0.5);
    }

    @Test
    void oneStepAtATime() {
        training.step();
        runWork();
        assertThat(training.state().phase()).isEqualTo(Phase.PAUSED);
        assertThat(training.state().done()).isEqualTo(1);
        training.step();
        runWork();
        assertThat(training.state().done()).isEqualTo(2);
        training.start();
        runWork();
        assertThat(training.state().phase()).isEqualTo(Phase.DONE);
        training.start();
        assertThat(training.state().done()).isZero();
    }

    @Test
    void aPauseStopsItAndMoreGoesOn() {
        history.perform(new ChangeTraining(Training.of("sgd", 0.01, 10_000_000)));
        training.start();
        work.remove();
        for (int i = 0; i < 3; i++) {
            work.remove().run();
        }
        int before = training.state().done();
        assertThat(before).isPositive();
        training.start();
        training.pause();
        runWork();
        assertThat(training.state().phase()).isEqualTo(Phase.PAUSED);
        assertThat(training.state().metrics()).isNotNull();
        training.start();
        assertThat(training.state().phase()).isEqualTo(Phase.RUNNING);
        work.remove().run();
        assertThat(training.state().done()).isGreaterThan(before);
        training.keep();
        assertThat(history.undoLabel()).contains("Change training");
        training.reset();
        runWork();
        assertThat(training.state()).isEqualTo(TrainingState.none());
    }

    @Test
    void anotherGraphForgetsWhatWasLearned() {
        training.step();
        runWork();
        history.perform(new Retitle("another title"));
        assertThat(training.state().phase()).isEqualTo(Phase.PAUSED);
        history.perform(new ChangeSettings(NodeId.of("b"), "init", new Literal.Text("zeros")));
        assertThat(training.state().phase()).isEqualTo(Phase.NONE);
        runWork();
        training.keep();
        runWork();
        assertThat(weight()).isEqualTo(0.5);
    }

    @Test
    void anAnswerThatAnEditHasOvertakenIsDropped() {
        training.start();
        history.perform(new ChangeTraining(Training.of("adam", 0.1, 7)));
        runWork();
        assertThat(training.state().phase()).isEqualTo(Phase.NONE);
        assertThat(training.training().steps()).isEqualTo(7);
    }

    @Test
    void whatCannotBeTrainedIsSaid() {
        AtomicInteger heard = new AtomicInteger();
        training.onChange(heard::incrementAndGet);
        Training unknown = Training.standard().withSchedule(Part.of("linear"));
        history.perform(new ChangeTraining(unknown));
        training.start();
        runWork();
        assertThat(training.state().phase()).isEqualTo(Phase.NONE);
        assertThat(training.state().problem()).startsWith("The schedule is “linear”: it should be one of constant");
        assertThat(heard.get()).isEqualTo(2);
        history.restart(Document.untitled());
        assertThat(training.state().problem()).isEmpty();
        training.start();
        runWork();
        assertThat(training.state().problem())
                .isEqualTo("There is nothing to make smaller: choose the loss as the root of the graph.");
        training.close();
        runWork();
    }

    @Test
    void aCurveOfManyLossesHasFewPoints() {
        double[] losses = new double[1234];
        java.util.Arrays.setAll(losses, i -> i % 3);
        LossCurve curve = LossCurve.of(losses, 1);
        assertThat(curve.steps()).isEqualTo(1234);
        assertThat(curve.points()).hasSize(412);
        assertThat(curve.points().get(1)).isEqualTo(new LossCurve.Point(3, 0, 2, 1));
        assertThat(LossCurve.of(java.util.Arrays.copyOf(losses, 30), 3).points())
                .hasSize(10);
        assertThat(LossCurve.of(java.util.Arrays.copyOf(losses, 6), 3).points()).hasSize(6);
        assertThat(LossCurve.of(new double[0], 3)).isEqualTo(LossCurve.empty());
    }
}
