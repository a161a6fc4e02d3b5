package chainrule.train;

import chainrule.block.Opening;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.language.Phrases;
import chainrule.trace.OpenedPass;
import chainrule.trace.Trace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Conditions at which a training stops: before the update of the first step whose pass meets one of them. Where one looks
 * inside a cell or a layer, each step is looked at with that opened, part by part. Belongs to one thread.
 */
public final class Breakpoints {
    private static final Phrases WORDS = Phrases.of(Breakpoints.class);

    /**
     * Where a training stopped.
     *
     * @param condition the one that held first in the pass
     * @param step of the training, counted from 0; it is not done
     * @param passSteps how many steps of its pass are done when the condition holds
     */
    public record Stop(Condition condition, int step, int passSteps) {
        /** Where and why, in one sentence. */
        public String sentence() {
            return WORDS.text("breakpoints.stoppedBeforeUpdateStep", step, condition.words());
        }
    }

    private final List<Condition> conditions;
    private final boolean looksInside;
    private final Set<NodeId> parts;
    private final OpenedPass opened = new OpenedPass();

    private Breakpoints(List<Condition> conditions, Set<NodeId> parts) {
        this.conditions = List.copyOf(conditions);
        this.parts = Set.copyOf(parts);
        opened.open(parts);
        this.looksInside = conditions.stream().anyMatch(c -> !(c instanceof Condition.AtStep));
    }

    /**
     * @throws TrainingProblem where a condition cannot be looked for in the plan
     */
    public static Breakpoints of(ExecutionPlan plan, List<Condition> conditions) throws TrainingProblem {
        Set<NodeId> parts = closed(plan, conditions);
        ExecutionPlan looked = parts.isEmpty() ? plan : opened(plan, parts);
        for (Condition condition : conditions) {
            Optional<Problem> refusal = condition.refusal(looked);
            if (refusal.isPresent()) {
                throw new TrainingProblem(refusal.get());
            }
        }
        return new Breakpoints(conditions, parts);
    }

    /** The cells and layers of a plan that conditions look into although they are run as one. */
    public static Set<NodeId> closed(ExecutionPlan plan, List<Condition> conditions) {
        Set<NodeId> parts = new LinkedHashSet<>();
        for (Condition condition : conditions) {
            NodeId place = condition.place().orElse(null);
            if (place != null && !plan.graph().has(place) && !plan.outline().isOpened(place)) {
                for (Optional<NodeId> around = place.parent();
                        around.isPresent();
                        around = around.get().parent()) {
                    parts.add(around.get());
                }
            }
        }
        return parts;
    }

    private static ExecutionPlan opened(ExecutionPlan plan, Set<NodeId> parts) throws TrainingProblem {
        Compilation compilation =
                ExecutionPlan.compile(plan.outline().outer(), plan.precision(), Long.MAX_VALUE, Opening.of(parts));
        if (compilation instanceof Compilation.Rejected rejected) {
            throw new TrainingProblem(rejected.problems().get(0));
        }
        return ((Compilation.Compiled) compilation).plan();
    }

    /** The cells and layers that each step is looked at with opened. */
    public Set<NodeId> parts() {
        return parts;
    }

    /** Whether there is nothing to stop at. */
    public boolean isEmpty() {
        return conditions.isEmpty();
    }

    /**
     * Steps until so many are done in all, the watcher stops it, or the next step meets a condition. A training that
     * stands at such a step goes on only when that step is done by itself.
     */
    public Optional<Stop> run(TrainingRun run, int steps, TrainingRun.Watcher watcher) {
        boolean on = true;
        while (on && run.done() < steps) {
            Optional<Stop> stop = next(run);
            if (stop.isPresent()) {
                return stop;
            }
            double loss = run.step();
            on = watcher.goOn(run.done(), loss);
        }
        return Optional.empty();
    }

    /** Whether the next step of a training meets a condition; the first that does, in the order of the pass. */
    public Optional<Stop> next(TrainingRun run) {
        for (Condition condition : conditions) {
            if (condition.holdsBefore(run.done())) {
                return Optional.of(new Stop(condition, run.done(), 0));
            }
        }
        return looksInside
                ? in(opened.of(run.trace(), Trace::recordResults), run.done(), run.lastLoss())
                : Optional.empty();
    }

    /** The condition that a pass meets first. */
    public Optional<Stop> in(Trace trace) {
        return in(trace, 0, Double.NaN);
    }

    private Optional<Stop> in(Trace trace, int step, double earlier) {
        Stop first = null;
        for (Condition condition : conditions) {
            OptionalInt done = condition.first(trace, earlier);
            if (done.isPresent() && (first == null || done.getAsInt() < first.passSteps)) {
                first = new Stop(condition, step, done.getAsInt());
            }
        }
        return Optional.ofNullable(first);
    }
}
