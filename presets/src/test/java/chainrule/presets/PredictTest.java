package chainrule.presets;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.block.Opening;
import chainrule.catalog.StandardCatalog;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Step;
import chainrule.exec.Workspace;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.predict.Hiding;
import chainrule.predict.Mistake;
import chainrule.predict.Question;
import chainrule.predict.Questions;
import chainrule.predict.Verdict;
import chainrule.tensor.Digits;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import chainrule.trace.Derivatives;
import chainrule.trace.Trace;
import chainrule.train.ParameterUpdate;
import chainrule.train.Training;
import chainrule.train.TrainingProblem;
import chainrule.train.TrainingRun;
import chainrule.train.UpdateRule;
import chainrule.train.UpdateStep;
import chainrule.train.Updates;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Answers to questions about the steps of presets: the right one is never called wrong, and a wrong one that is made by
 * a usual mistake, worked out here from the trace alone, is called by its name.
 */
class PredictTest {
    private static final long BUDGET = 1L << 30;
    private static final int MOST_STEPS = 400;
    private static final PresetCatalog CATALOG = new PresetCatalog(StandardCatalog.create());

    static Stream<Preset> presets() {
        return CATALOG.all().stream();
    }

    /** Twenty of all topics in which every mistake can be made. */
    static List<String> twenty() {
        return List.of(
                "m0-two-paths",
                "m0-chain",
                "m0-matvec",
                "m0-dot",
                "m0-mean-variance",
                "p1-neuron",
                "p1-mlp-221",
                "p1-xor-tanh",
                "p1-layer",
                "a2-softmax",
                "a2-saturation",
                "b3-mazur",
                "b3-micrograd",
                "b3-fanout",
                "b3-relu-net",
                "b3-notebook-net",
                "l4-mse",
                "l4-bce",
                "r6-rnn-3",
                "e7-dot-attention");
    }

    private final Map<Mistake, Integer> made = new EnumMap<>(Mistake.class);
    private final Map<Mistake, Set<String>> on = new EnumMap<>(Mistake.class);
    private String at = "";

    @ParameterizedTest
    @MethodSource("presets")
    void aRightAnswerIsNeverCalledWrong(Preset preset) {
        Trace trace = trace(preset);
        try (Derivatives engine = Derivatives.of(trace)) {
            Questions questions = new Questions(trace, engine);
            for (int step = 0; step < Math.min(MOST_STEPS, trace.steps().size()); step++) {
                int element = questions.size(step) / 2;
                double right = trace.result(step).at(element);
                Question question = questions.at(step, element);
                assertThat(question.number(right).right()).as(question.about()).isTrue();
                double shown =
                        Double.parseDouble(Digits.brief(right).replace('−', '-').replace("∞", "Infinity"));
                assertThat(question.number(shown).right())
                        .as("%s is %s, shown as %s", question.about(), right, shown)
                        .isTrue();
                assertThat(question.sign((int) Math.signum(right)).right()).isTrue();
                assertThat(question.shape(trace.result(step).shape()).right()).isTrue();
            }
        }
    }

    @Test
    void theUsualMistakesAreRecognisedOnTwentyPresets() throws TrainingProblem {
        for (String id : twenty()) {
            makeAll(CATALOG.find(id).orElseThrow());
            assertThat(on.values().stream()
                            .filter(presets -> presets.contains(id))
                            .count())
                    .as("kinds of mistakes that were made on %s", id)
                    .isGreaterThanOrEqualTo(3);
        }
        assertThat(made).containsOnlyKeys(Mistake.values());
        assertThat(made.values()).allMatch(times -> times >= 5);
    }

    @Test
    void anOpenedCellHidesWhatComesBackToItAndNotWhatIsInside() {
        NodeId cell = NodeId.of("cell");
        Compilation compilation = ExecutionPlan.compile(
                CATALOG.find("r6-lstm-cell").orElseThrow().file().graph(),
                Precision.DOUBLE,
                BUDGET,
                Opening.of(Set.of(cell)));
        ExecutionPlan plan = ((Compilation.Compiled) compilation).plan();
        try (Workspace workspace = new Workspace(plan)) {
            Trace trace = Trace.record(workspace);
            Trace hidden = trace.keepingBack(new Hiding(Set.of(cell), Set.of(), false).in(trace));
            assertThat(hidden.keptBack()).hasSize(1);
            assertThat(trace.end().gradient(cell)).isPresent();
            assertThat(hidden.end().gradient(cell)).isEmpty();
            assertThat(hidden.end().gradient(cell.child("h"))).isEmpty();
            assertThat(hidden.end().gradient(cell.child("f"))).isPresent();
        }
    }

    @Test
    void eachOfTheMistakesIsRecognisedOnTwentyPresets() throws TrainingProblem {
        for (Preset preset : CATALOG.all()) {
            makeAll(preset);
        }
        for (Mistake mistake : Mistake.values()) {
            assertThat(on.getOrDefault(mistake, Set.of())).as(mistake.name()).hasSizeGreaterThanOrEqualTo(20);
        }
    }

    /** Makes the mistakes that can be made on a preset. */
    private void makeAll(Preset preset) throws TrainingProblem {
        at = preset.id();
        Trace trace = trace(preset);
        try (Derivatives engine = Derivatives.of(trace)) {
            Questions questions = new Questions(trace, engine);
            for (int i = 0; i < Math.min(MOST_STEPS, trace.steps().size()); i++) {
                Tensor result = trace.result(i);
                for (int element : new int[] {0, result.size() - 1, result.size() / 2}) {
                    make(trace, i, questions.at(i, element));
                }
            }
        }
        update(preset);
    }

    /** Makes each mistake that can be made at a step. */
    private void make(Trace trace, int index, Question question) {
        Tensor result = trace.result(index);
        int at = question.element();
        Step step = trace.steps().get(index);
        answer(question, Mistake.SIGN, -result.at(at));
        if (result.at(at) != 0) {
            assertThat(question.sign((int) -Math.signum(result.at(at))).mistakes())
                    .containsExactly(Mistake.SIGN);
        }
        Shape shape = result.shape();
        if (shape.rank() == 2 && shape.dim(0) != shape.dim(1)) {
            Verdict verdict = question.shape(Shape.of(shape.dim(1), shape.dim(0)));
            assertThat(verdict.mistakes()).contains(Mistake.TRANSPOSED);
            count(Mistake.TRANSPOSED);
        } else if (shape.rank() == 2) {
            int columns = shape.dim(1);
            answer(question, Mistake.TRANSPOSED, result.at(at % columns * columns + at / columns));
        }
        if (step instanceof Step.Pull pull) {
            pull(trace, pull.slot(), question);
        } else if (step instanceof Step.Accumulate sum) {
            List<Slot> slots = trace.plan().contributions().getOrDefault(sum.output(), List.of());
            slots.forEach(slot -> answer(
                    question,
                    Mistake.NOT_SUMMED,
                    trace.end().contribution(slot).orElseThrow().at(at)));
            answer(question, Mistake.SUM_OR_MEAN, result.at(at) / slots.size());
        }
        String type = step.node() == null
                ? ""
                : trace.plan().graph().type(step.node()).id();
        if (step instanceof Step.Forward && (type.equals("mean") || type.equals("sum"))) {
            Slot slot = trace.plan().graph().into(step.node()).get(0).to();
            double terms = trace.plan().shape(trace.plan().feeding(slot)).size() / (double) result.size();
            answer(question, Mistake.SUM_OR_MEAN, type.equals("mean") ? result.at(at) * terms : result.at(at) / terms);
        }
    }

    private void pull(Trace trace, Slot slot, Question question) {
        Tensor local = trace.local(slot).orElse(null);
        Tensor upstream = trace.plan()
                .soleGradient(slot.node())
                .flatMap(trace.end()::gradient)
                .orElse(null);
        if (local == null || upstream == null) {
            return;
        }
        int columns = question.shape().isScalar() ? 1 : (int) question.shape().size();
        double slopes = 0;
        double arrived = 0;
        for (int row = 0; row < upstream.size(); row++) {
            slopes += local.at(row * columns + question.element());
            arrived += upstream.size() == columns && row != question.element() ? 0 : upstream.at(row);
        }
        answer(question, Mistake.NO_UPSTREAM, slopes);
        answer(question, Mistake.NO_LOCAL, arrived);
    }

    private void update(Preset preset) throws TrainingProblem {
        ExecutionPlan plan = plan(preset);
        Training training = Training.of("sgd", 0.1, 1);
        List<NodeId> learned = TrainingRun.updated(plan, training);
        if (learned.isEmpty()) {
            return;
        }
        try (Workspace workspace = new Workspace(plan)) {
            Trace pass = Trace.record(workspace);
            Updates updates = new Updates(UpdateRule.of(training), workspace, learned);
            List<ParameterUpdate> steps = updates.explainedStep();
            Trace whole = pass.followedBy(
                    UpdateStep.of(steps, 4).stream().map(UpdateStep::sequel).toList());
            try (Derivatives engine = Derivatives.of(whole)) {
                Questions questions = new Questions(whole, engine);
                for (int i = whole.passSteps(); i < whole.steps().size(); i++) {
                    Tensor before =
                            pass.end().value(whole.steps().get(i).node()).orElseThrow();
                    answer(questions.at(i, 0), Mistake.BEFORE_UPDATE, before.at(0));
                }
            }
        }
    }

    /** Gives a wrong answer; where it happens to be the right number too, it is no mistake. */
    private void answer(Question question, Mistake mistake, double number) {
        Verdict verdict = question.number(number);
        if (!verdict.right()) {
            assertThat(verdict.mistakes())
                    .as("%s is %s, and the answer is %s", question.about(), question.right(), number)
                    .contains(mistake);
            assertThat(verdict.sentence()).isNotEqualTo("Right.").isNotEqualTo("Not yet right.");
            count(mistake);
        }
    }

    private void count(Mistake mistake) {
        made.merge(mistake, 1, Integer::sum);
        on.computeIfAbsent(mistake, m -> new TreeSet<>()).add(at);
    }

    private static Trace trace(Preset preset) {
        try (Workspace workspace = new Workspace(plan(preset))) {
            return Trace.record(workspace);
        }
    }

    private static ExecutionPlan plan(Preset preset) {
        Compilation compilation = ExecutionPlan.compile(preset.file().graph(), Precision.DOUBLE, BUDGET);
        return ((Compilation.Compiled) compilation).plan();
    }
}
