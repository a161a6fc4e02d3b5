package chainrule.editor.session;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.command.ChangeSettings;
import chainrule.editor.document.command.ChangeTraining;
import chainrule.editor.session.TrainingState.Phase;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.io.GraphFile;
import chainrule.op.Literal;
import chainrule.presets.PresetCatalog;
import chainrule.tensor.Tensor;
import chainrule.trace.GradientView;
import chainrule.trace.Trace;
import chainrule.trace.TraceCursor;
import chainrule.train.OptimizerKind;
import chainrule.train.Part;
import chainrule.train.ScheduleKind;
import chainrule.train.Training;
import chainrule.train.TrainingProblem;
import chainrule.train.TrainingRun;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Going through a training: forward and back, by strides of all lengths, to the same bits. */
class ScrubberTest {
    private static final long BUDGET = 64L << 20;
    private static final int STEPS = 24;
    private static final List<String> PRESETS = List.of("b3-mazur", "b3-relu-net", "p1-xor-tanh", "a2-dying-relu");

    private static final List<String> LARGE =
            List.of("c5-glyphs", "c5-digits10", "p1-spiral", "e7-reverse", "e7-context", "r6-hello");
    /** The first of them take any number of examples at a time. */
    private static final int BATCHED = 3;

    private static final List<String> OPTIMIZERS = OptimizerKind.ids();

    private final PresetCatalog presets = new PresetCatalog(StandardCatalog.create());

    /** A document whose work is done when it is asked for. */
    private final class Desk {
        final Deque<Runnable> work = new ArrayDeque<>();
        final History history;
        final Evaluator evaluator;
        final Stepper stepper;
        final TrainingSession training;
        final Scrubber scrubber;

        Desk(String preset) {
            this(new Document(presets.find(preset).orElseThrow().file()), Learning.MOST_KEPT);
        }

        Desk(Document document, long mostKept) {
            history = new History(document);
            evaluator = new Evaluator(history, Runnable::run, work::add, BUDGET);
            stepper = new Stepper(evaluator);
            training = new TrainingSession(history, Runnable::run, work::add, BUDGET, mostKept);
            scrubber = new Scrubber(stepper, training);
            evaluator.start();
            settle();
        }

        Desk trained(Training how) {
            history.perform(new ChangeTraining(how));
            training.start();
            settle();
            assertThat(training.state().phase()).isEqualTo(Phase.DONE);
            return this;
        }

        void settle() {
            while (!work.isEmpty()) {
                work.remove().run();
            }
        }

        void move(Stride by, int direction) {
            scrubber.move(by, direction);
            settle();
        }

        void goTo(int step, int done) {
            scrubber.goTo(step, done);
            settle();
        }

        TraceCursor cursor() {
            return stepper.cursor().orElseThrow();
        }

        /** Everything that is known where the learner stands. */
        Map<Object, Tensor> numbers() {
            Map<Object, Tensor> result = new LinkedHashMap<>();
            TraceCursor cursor = cursor();
            GradientView view = cursor.view();
            ExecutionPlan plan = cursor.trace().plan();
            for (Source source : plan.shapes().keySet()) {
                view.value(source).ifPresent(v -> result.put("value " + source, v));
                view.gradient(source).ifPresent(g -> result.put("gradient " + source, g));
            }
            plan.pulled().forEach(slot -> view.contribution(slot).ifPresent(c -> result.put(slot, c)));
            return result;
        }
    }

    private static Training training(int steps) {
        return Training.of("momentum", 0.05, steps).withClip(Part.of("", Map.of("max_norm", 0.5)));
    }

    @Property(tries = 40)
    void forwardAndBackShowsTheSameNumbers(
            @ForAll @IntRange(max = 3) int preset,
            @ForAll @IntRange(max = STEPS - 8) int step,
            @ForAll @IntRange(max = 60) int at,
            @ForAll @IntRange(min = 1, max = 30) int count,
            @ForAll Stride stride) {
        Desk desk = new Desk(PRESETS.get(preset)).trained(training(STEPS + 40));
        desk.goTo(step, at);
        if (!stride.isOfTraining()
                && stride != Stride.OPERATION
                && !desk.cursor().isAtEnd()) {
            desk.move(stride, 1);
        }
        Map<Object, Tensor> before = desk.numbers();
        int stood = desk.scrubber.step();
        int done = desk.cursor().done();
        for (int i = 0; i < count; i++) {
            desk.move(stride, 1);
        }
        boolean moved = desk.scrubber.step() != stood || desk.cursor().done() != done;
        assertThat(moved).isTrue();
        for (int i = 0; i < count; i++) {
            desk.move(stride, -1);
        }
        assertThat(desk.scrubber.step()).isEqualTo(stood);
        assertThat(desk.cursor().done()).isEqualTo(done);
        assertThat(desk.numbers()).isEqualTo(before);
    }

    @Property(tries = 25)
    void aTrainingThatIsScrubbedIsTheOneThatIsNot(@ForAll @IntRange(max = 3) int preset, @ForAll long seed)
            throws TrainingProblem {
        Random random = new Random(seed);
        Desk desk = new Desk(PRESETS.get(preset));
        Training how = training(STEPS);
        desk.history.perform(new ChangeTraining(how));
        while (desk.training.state().phase() != Phase.DONE) {
            desk.training.step();
            desk.settle();
            for (int looks = random.nextInt(3); looks > 0; looks--) {
                desk.goTo(random.nextInt(desk.training.state().done() + 1), random.nextInt(40));
            }
        }
        Document document = desk.history.document();
        try (TrainingRun run = TrainingRun.of(plan(document), how)) {
            run.run(STEPS, (done, loss) -> true);
            desk.training.keep();
            desk.settle();
            run.parameters().forEach((id, value) -> assertThat(kept(desk, id)).isEqualTo(value));
            List<Double> losses = new ArrayList<>();
            desk.training.state().curve().points().forEach(p -> losses.add(p.mean()));
            assertThat(losses.stream().mapToDouble(d -> d).toArray()).containsExactly(run.losses());
        }
    }

    /** Few moments are kept, so that there is much to run again; in batches where the preset takes any number of examples. */
    @Property(tries = 12)
    void everyJumpInALargeGraphLeadsToTheBitsOfATrainingThatIsNotInterrupted(
            @ForAll @IntRange(max = 5) int preset, @ForAll @IntRange(min = 3, max = 7) int batch, @ForAll long seed)
            throws TrainingProblem {
        Random random = new Random(seed);
        GraphFile file = presets.find(LARGE.get(preset)).orElseThrow().file();
        Document document = preset < BATCHED ? batched(file, batch) : new Document(file);
        Training how = Training.of(OPTIMIZERS.get(random.nextInt(OPTIMIZERS.size())), 0.02, STEPS)
                .withSchedule(Part.of(
                        ScheduleKind.ids().get(random.nextInt(ScheduleKind.ids().size()))))
                .withClip(random.nextBoolean() ? null : Part.of("", Map.of("max_norm", 0.5)));
        List<Map<NodeId, Tensor>> weights = new ArrayList<>();
        long aMoment;
        try (TrainingRun run = TrainingRun.of(plan(document), how)) {
            weights.add(run.parameters());
            run.run(STEPS, (done, loss) -> weights.add(run.parameters()));
            aMoment = run.checkpoint().bytes();
        }
        Desk desk = new Desk(document, 4 * aMoment).trained(how);
        assertThat(desk.training.state().kept().again()).isPositive();
        assertThat(desk.training.state().kept().bytes()).isLessThanOrEqualTo(desk.training.mostKept());
        for (int jump = 0; jump < 6; jump++) {
            int step = random.nextInt(STEPS + 1);
            desk.goTo(step, 0);
            assertThat(desk.scrubber.step()).isEqualTo(step);
            Trace trace = desk.cursor().trace();
            weights.get(step).forEach((id, value) -> assertThat(
                            trace.view(trace.passSteps()).value(Source.of(id)))
                    .as("%s after %d steps", id, step)
                    .contains(value));
        }
    }

    /** The same file whose data sets give so many examples at a time. */
    private static Document batched(GraphFile file, int batch) {
        Graph graph = file.graph();
        for (Node node : file.graph().nodes()) {
            if (node.type().id().equals("dataset")) {
                graph = graph.with(node.with(node.settings().with("batch", new Literal.Number(batch))));
            }
        }
        return new Document(file.with(graph));
    }

    private static ExecutionPlan plan(Document document) {
        return ((Compilation.Compiled) ExecutionPlan.compile(document.graph(), document.precision(), BUDGET)).plan();
    }

    private static Tensor kept(Desk desk, NodeId id) {
        desk.evaluator.evaluate();
        desk.settle();
        return desk.evaluator.current().trace().end().value(id).orElseThrow();
    }

    @Example
    void theUpdatesFollowThePass() {
        Desk desk = new Desk("a2-dying-relu").trained(training(4));
        desk.goTo(1, 0);
        assertThat(desk.cursor().trace().steps().stream().map(s -> s.kind()).distinct())
                .containsExactly("forward", "seed", "pull", "update");
        desk.scrubber.choose(Stride.PHASE);
        List<Integer> stops = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            desk.scrubber.next();
            stops.add(desk.cursor().done());
        }
        int pass = desk.cursor().trace().passSteps();
        int forward = (int) desk.cursor().trace().steps().stream()
                .filter(s -> s.kind().equals("forward"))
                .count();
        assertThat(stops)
                .containsExactly(forward, pass, desk.cursor().trace().steps().size());
        Tensor moved = desk.cursor().view().value(NodeId.of("w")).orElseThrow();
        desk.move(Stride.OPERATION, 1);
        assertThat(desk.scrubber.step()).isEqualTo(2);
        assertThat(desk.cursor().isAtStart()).isTrue();
        desk.goTo(2, 1000);
        assertThat(desk.cursor().trace().result(desk.cursor().trace().steps().indexOf(forward("w"))))
                .isEqualTo(moved);
    }

    private static chainrule.exec.Step forward(String node) {
        return new chainrule.exec.Step.Forward(NodeId.of(node));
    }

    @Example
    void theCanvasFollowsARunningTraining() {
        Desk desk = new Desk("b3-mazur");
        desk.history.perform(new ChangeTraining(Training.of("sgd", 0.1, 10_000_000)));
        desk.settle();
        Tensor own = desk.cursor().trace().end().value(NodeId.of("w5")).orElseThrow();
        desk.training.start();
        while (!desk.stepper.isAway()) {
            desk.work.remove().run();
        }
        Tensor newest = desk.cursor().trace().end().value(NodeId.of("w5")).orElseThrow();
        assertThat(newest).isNotEqualTo(own);
        assertThat(desk.scrubber.step()).isPositive();
        desk.scrubber.goTo(3);
        assertThat(desk.scrubber.isPending()).isTrue();
        desk.settle();
        assertThat(desk.training.state().phase()).isEqualTo(Phase.PAUSED);
        assertThat(desk.scrubber.step()).isEqualTo(3);
        assertThat(desk.stepper.evaluation().trace()).isSameAs(desk.cursor().trace());
        desk.history.perform(new ChangeSettings(NodeId.of("w5"), "value", new Literal.Number(2)));
        desk.settle();
        assertThat(desk.scrubber.isInTraining()).isFalse();
        assertThat(desk.stepper.evaluation()).isSameAs(desk.evaluator.current());
        assertThat(desk.cursor()
                        .trace()
                        .end()
                        .value(NodeId.of("w5"))
                        .orElseThrow()
                        .item())
                .isEqualTo(2);
    }

    @Example
    void onlyTheLastPlaceThatWasAskedForIsGoneTo() {
        Desk desk = new Desk("b3-mazur").trained(training(50));
        int asked = desk.work.size();
        for (int step = 0; step < 40; step++) {
            desk.scrubber.goTo(step);
        }
        assertThat(desk.work).hasSize(asked + 40);
        List<TraceCursor> seen = new ArrayList<>();
        desk.stepper.onChange(() -> seen.add(desk.cursor()));
        desk.settle();
        assertThat(seen).hasSize(1);
        assertThat(desk.scrubber.step()).isEqualTo(39);
        assertThat(desk.scrubber.observed().orElseThrow().step()).isEqualTo(39);
    }

    @Example
    void theWeightsOfAnEarlierStepCanBeKept() {
        Desk desk = new Desk("a2-dying-relu").trained(Training.of("sgd", 1, 4));
        desk.goTo(1, 0);
        Tensor there = desk.cursor().trace().end().value(NodeId.of("b")).orElseThrow();
        Tensor first =
                desk.cursor().trace().result(desk.cursor().trace().steps().indexOf(forward("b")));
        desk.training.keep(desk.scrubber.step());
        desk.settle();
        assertThat(desk.evaluator.current().trace().end().value(NodeId.of("b")).orElseThrow())
                .isEqualTo(first)
                .isNotEqualTo(there);
        assertThat(desk.scrubber.isInTraining()).isFalse();
    }

    @Example
    void whatCannotBeGoneToIsSaid() {
        Desk desk = new Desk("b3-mazur");
        assertThat(desk.scrubber.refusal(Stride.BATCH, 1))
                .contains("There is one pass only: train the graph to go from step to step.");
        desk.scrubber.move(Stride.BATCH, 1);
        assertThat(desk.stepper.isAway()).isFalse();
        assertThat(desk.scrubber.refusal(Stride.NODE, 1)).contains("This is the last step.");
        desk.scrubber.toBeginning();
        assertThat(desk.scrubber.refusal(Stride.NODE, -1)).contains("This is before the first step.");
        assertThat(desk.scrubber.refusal(Stride.NODE, 1)).isEmpty();
        desk.trained(training(3));
        assertThat(desk.scrubber.refusal(Stride.OPERATION, 1)).contains("This is the last step.");
        assertThat(desk.scrubber.refusal(Stride.EPOCH, -1)).isEmpty();
        desk.scrubber.toBeginning();
        desk.settle();
        assertThat(desk.scrubber.step()).isZero();
        assertThat(desk.cursor().isAtStart()).isTrue();
        assertThat(desk.scrubber.refusal(Stride.OPERATION, -1)).contains("This is before the first step.");
    }

    @Example
    void whatIsOpenedShowsItsNumbersInATrainingStepToo() {
        Desk desk = new Desk("r6-sine").trained(Training.of("sgd", 0.05, 6));
        NodeId cell = NodeId.of("r1");
        desk.goTo(2, 1000);
        Map<Object, Tensor> before = desk.numbers();
        desk.scrubber.open(Set.of(cell));
        desk.settle();
        ExecutionPlan plan = desk.cursor().trace().plan();
        assertThat(plan.outline().isOpened(cell)).isTrue();
        assertThat(desk.cursor().isAtEnd()).isTrue();
        assertThat(desk.scrubber.step()).isEqualTo(2);
        List<NodeId> inside =
                plan.order().stream().filter(id -> id.within(cell)).toList();
        assertThat(inside).isNotEmpty().allSatisfy(id -> {
            assertThat(desk.cursor().view().value(id)).isPresent();
            assertThat(desk.cursor().view().gradient(id)).isPresent();
        });
        Map<Object, Tensor> numbers = desk.numbers();
        Source loss = new Source(NodeId.of("L"), "out");
        assertThat(numbers.get("value " + loss).item())
                .isCloseTo(before.get("value " + loss).item(), org.assertj.core.api.Assertions.within(1e-12));
        desk.goTo(4, 3);
        assertThat(desk.cursor().trace().plan().outline().isOpened(cell)).isTrue();
        desk.scrubber.open(Set.of());
        desk.settle();
        assertThat(desk.cursor().done()).isEqualTo(3);
        assertThat(desk.cursor().trace().plan().outline().isOpened(cell)).isFalse();
    }
}
