package chainrule.editor.compare;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.editor.session.Contrast;
import chainrule.editor.session.Stepper;
import chainrule.exec.Step;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.GraphFile;
import chainrule.op.Catalog;
import chainrule.op.Settings;
import chainrule.presets.PresetCatalog;
import chainrule.tensor.Tensor;
import chainrule.trace.TraceCursor;
import chainrule.train.Part;
import chainrule.train.Training;
import org.junit.jupiter.api.Test;

class LockStepTest {
    private static final Catalog CATALOG = StandardCatalog.create();
    private static final Track.Engine ENGINE = new Track.Engine(CATALOG, Runnable::run, Runnable::run, 256L << 20);

    private static GraphFile preset(String id) {
        return new PresetCatalog(CATALOG).find(id).orElseThrow().file();
    }

    private static Track track(GraphFile file) {
        Track track = Track.fixed(file, ENGINE, "Only compared.");
        track.bench().evaluator().start();
        return track;
    }

    /** The same graph with relu in place of every sigmoid. */
    private static GraphFile rectified(GraphFile file) {
        var graph = file.graph();
        for (Node node : file.graph().nodes()) {
            if (node.type().id().equals("sigmoid")) {
                graph = graph.with(
                        new Node(node.id(), CATALOG.find("relu").orElseThrow(), Settings.none(), node.label()));
            }
        }
        return file.with(graph);
    }

    private static TraceCursor cursor(Track track) {
        return track.bench().stepper().cursor().orElseThrow();
    }

    private static Contrast contrast(Track track) {
        return track.bench().showing().contrast();
    }

    private static NodeId id(String name) {
        return NodeId.of(name);
    }

    @Test
    void aStepHereIsTheSameStepThere() {
        Track here = track(preset("a2-sigmoid-stack"));
        Track there = track(rectified(preset("a2-sigmoid-stack")));
        new LockStep(here).lead(there);
        Stepper stepper = here.bench().stepper();
        for (int done = 0; done < cursor(here).trace().steps().size(); done++) {
            stepper.moveTo(done);
            assertThat(cursor(there).step()).isEqualTo(cursor(here).step());
        }
    }

    @Test
    void differencesAreThereOnlyOnceBothHaveComeToThem() {
        Track here = track(preset("a2-sigmoid-stack"));
        Track there = track(rectified(preset("a2-sigmoid-stack")));
        new LockStep(here).lead(there);
        here.bench().stepper().goTo(id("m1"));
        assertThat(cursor(here).step()).contains(new Step.Forward(id("m1")));
        assertThat(contrast(here).different()).contains(id("a1")).doesNotContain(id("m1"), id("m2"), id("w1"));
        here.bench().stepper().goTo(id("m2"));
        assertThat(contrast(here).different()).contains(id("m2")).doesNotContain(id("w1"), Slot.of("m1", "a"));
        here.bench().stepper().toEnd();
        assertThat(contrast(here).different()).contains(id("w1"), Slot.of("m1", "a"));
        assertThat(contrast(here).alone()).isEmpty();
        assertThat(contrast(there).different()).isEqualTo(contrast(here).different());
    }

    @Test
    void whatOnlyOneHasIsAlone() {
        GraphFile file = preset("m0-two-paths");
        Track here = track(file);
        Track there = track(file.with(file.graph().without(id("d")).connected(Source.of(id("b")), Slot.of("e", "b"))));
        LockStep step = new LockStep(here);
        step.lead(there);
        assertThat(contrast(here).alone()).contains(id("d"), Slot.of("d", "x"));
        assertThat(contrast(there).alone()).isEmpty();
        assertThat(contrast(there).different()).as("its edge begins elsewhere").contains(Slot.of("e", "b"));
        step.lead(null);
        assertThat(contrast(here)).isEqualTo(Contrast.none());
    }

    @Test
    void bothAreTrainedAndScrubbedTogether() {
        GraphFile mazur = preset("b3-mazur");
        Training training = mazur.trained().orElseGet(Training::standard);
        Track here = track(mazur);
        Track there = track(mazur.trained(training.withOptimizer(Part.of("adam").with("lr", training.rate()))));
        new LockStep(here).lead(there);
        here.training().advance(20);
        assertThat(here.training().state().done()).isEqualTo(20);
        assertThat(there.training().state().done()).isEqualTo(20);
        assertThat(there.scrubber().step()).isEqualTo(20);
        here.scrubber().goTo(7);
        assertThat(there.scrubber().step()).isEqualTo(7);
        assertThat(weight(here)).isNotEqualTo(weight(there));
        assertThat(contrast(here).different()).contains(id("w5"));
        here.scrubber().goTo(0, 4);
        assertThat(there.scrubber().step()).isZero();
        assertThat(cursor(there).step()).isEqualTo(cursor(here).step());
        assertThat(weight(there)).isEqualTo(weight(here));
        assertThat(contrast(here).different()).isEmpty();
        here.training().reset();
        assertThat(there.scrubber().isInTraining()).isFalse();
    }

    @Test
    void aGraphThatJoinsLaterIsTrainedAsFar() {
        Track here = track(preset("b3-mazur"));
        here.training().advance(12);
        LockStep step = new LockStep(here);
        Track there = track(preset("b3-mazur"));
        step.lead(there);
        assertThat(there.training().state().done()).isEqualTo(12);
        assertThat(weight(there)).isEqualTo(weight(here));
        assertThat(contrast(here).different()).as("the same to the last bit").isEmpty();
    }

    private static Tensor weight(Track track) {
        return cursor(track)
                .trace()
                .view(cursor(track).trace().passSteps())
                .value(Source.of(id("w5")))
                .orElseThrow();
    }

    @Test
    void aFixedGraphSaysWhyItCannotBeChanged() {
        assertThat(track(preset("b3-mazur")).bench().showing().refusal()).contains("Only compared.");
    }

    @Test
    void sourcesOfTheSameNameBeginTheSame() {
        GraphFile first = preset("b3-mazur");
        Node own = first.graph().node(id("w5"));
        GraphFile second = first.with(
                first.graph().with(own.with(Settings.none().with("value", new chainrule.op.Literal.Number(-3)))));
        GraphFile same = SameStart.of(first, second);
        assertThat(same.graph().node(id("w5")).settings()).isEqualTo(own.settings());
        Training longer = first.trained().orElseGet(Training::standard).withSteps(77);
        assertThat(SameStart.asLong(first.trained(longer), second)
                        .trained()
                        .orElseThrow()
                        .steps())
                .isEqualTo(77);
    }
}
