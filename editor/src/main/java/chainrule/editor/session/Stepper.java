package chainrule.editor.session;

import chainrule.exec.ExecutionPlan;
import chainrule.exec.Step;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.trace.Explainer;
import chainrule.trace.Explanation;
import chainrule.trace.GradientView;
import chainrule.trace.Trace;
import chainrule.trace.TraceCursor;
import chainrule.train.Condition;
import chainrule.train.ParameterUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the learner stands in the pass. A new trace puts the cursor to its end, unless it stood inside the pass and
 * the steps are the same: then it stays. Instead of the document's pass another one can be looked at for a while. Used
 * on one thread.
 */
public final class Stepper {
    private static final int DIGITS = 4;

    private final List<Runnable> listeners = new ArrayList<>();
    private final Evaluator evaluator;
    private final Blanks blanks = new Blanks(() -> cursor().ifPresent(this::place));
    private @Nullable TraceCursor cursor;
    private boolean away;
    private List<ParameterUpdate> updates = List.of();
    private @Nullable Evaluation own;
    private @Nullable Evaluation seen;

    public Stepper(Evaluator evaluator) {
        this.evaluator = evaluator;
        evaluator.onChange(this::evaluated);
    }

    /** Looks at another pass than the document's, where so many of its steps are done. */
    public void visit(Trace trace, int done) {
        visit(trace, done, List.of());
    }

    /**
     * The same for a pass after which parameters move.
     *
     * @param moves how they do
     */
    public void visit(Trace trace, int done, List<ParameterUpdate> moves) {
        away = true;
        updates = List.copyOf(moves);
        place(new TraceCursor(trace, done));
    }

    /** Looks at the document's own pass again. */
    public void comeBack() {
        if (away) {
            away = false;
            Trace trace = evaluator.current().trace();
            if (trace != null) {
                place(TraceCursor.atEnd(trace));
            }
        }
    }

    /** How parameters move after the pass that is looked at; empty where none does. */
    public List<ParameterUpdate> updates() {
        return away ? updates : List.of();
    }

    /** Whether another pass than the document's is looked at. */
    public boolean isAway() {
        return away;
    }

    /** What learners hide from themselves of the pass that is looked at. */
    public Blanks blanks() {
        return blanks;
    }

    /** What is known of the document, with the pass that is looked at. */
    public Evaluation evaluation() {
        Evaluation current = evaluator.current();
        TraceCursor there = cursor;
        Trace pass = away && there != null ? there.trace() : current.trace();
        Trace looked = pass == null ? null : blanks.covered(pass);
        if (looked == null || looked == current.trace()) {
            return current;
        }
        Evaluation known = seen;
        if (known == null || own != current || known.trace() != looked) {
            known = current.with(looked);
            own = current;
            seen = known;
        }
        return known;
    }

    /** Where the learner stands; empty before the first trace. */
    public Optional<TraceCursor> cursor() {
        return Optional.ofNullable(cursor);
    }

    /** What is known at the cursor. */
    public Optional<GradientView> view() {
        return cursor().map(TraceCursor::view);
    }

    /** The step that was done last, where the cursor is inside the pass; empty at its start and at its end. */
    public Optional<Step> marked() {
        return cursor().filter(c -> !c.isAtEnd()).flatMap(TraceCursor::step);
    }

    /** The step that was done last in words and numbers; empty at the start. */
    public Optional<Explanation> explanation() {
        return cursor().filter(c -> !c.isAtStart()).map(c -> new Explainer(c.trace(), DIGITS).at(c.done() - 1));
    }

    /** One element of the gradient that the last step pulled, as the sum it is. */
    public Optional<String> element(int position) {
        return cursor().filter(c -> !c.isAtStart())
                .flatMap(c -> new Explainer(c.trace(), DIGITS).element(c.done() - 1, position));
    }

    public void next() {
        move(1);
    }

    public void previous() {
        move(-1);
    }

    public void toStart() {
        moveTo(0);
    }

    public void toEnd() {
        moveTo(Integer.MAX_VALUE);
    }

    /** Goes to where so many steps are done. */
    public void moveTo(int done) {
        cursor().ifPresent(c -> place(c.at(done)));
    }

    /** Goes to a node's step: its forward step, or where that is the current one, the step that completes its gradient. */
    public void goTo(NodeId node) {
        cursor().ifPresent(c -> computed(c.trace().plan(), node).ifPresent(there -> {
            TraceCursor forward = c.atForwardOf(there);
            place(forward.equals(c) ? gradientOf(c, there) : forward);
        }));
    }

    /** Goes to where the gradient has been pulled along the edge into a slot; stays where none is. */
    public void goTo(Slot slot) {
        cursor().ifPresent(c ->
                new Condition.AtEdge(slot).first(c.trace(), Double.NaN).ifPresent(done -> place(c.at(done))));
    }

    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void move(int steps) {
        cursor().ifPresent(c -> place(c.moved(steps)));
    }

    /** The node of the plan that gives the first output of a node, which may be opened. */
    private static Optional<NodeId> computed(ExecutionPlan plan, NodeId node) {
        if (plan.graph().has(node)) {
            return Optional.of(node);
        }
        return plan.outline()
                .opened(node)
                .map(n -> new Source(node, n.type().outputs().get(0).name()))
                .map(output -> plan.outline().resolved(output).node());
    }

    private static TraceCursor gradientOf(TraceCursor from, NodeId node) {
        List<Step> steps = from.trace().steps();
        for (int i = from.done(); i < steps.size(); i++) {
            if (completes(from.trace().plan(), steps.get(i), node)) {
                return from.at(i + 1);
            }
        }
        return from;
    }

    private static boolean completes(ExecutionPlan plan, Step step, NodeId node) {
        if (step instanceof Step.Pull pull) {
            Source fed = plan.feeding(pull.slot());
            return fed.node().equals(node)
                    && plan.contributions().getOrDefault(fed, List.of()).size() == 1;
        }
        return step.node().equals(node) && (step instanceof Step.Seed || step instanceof Step.Accumulate);
    }

    private void evaluated(Evaluation evaluation) {
        Trace trace = evaluation.trace();
        TraceCursor before = cursor;
        if (away || trace == null || (before != null && before.trace().whole() == trace)) {
            return;
        }
        if (before != null && !before.isAtEnd() && before.trace().steps().equals(trace.steps())) {
            place(new TraceCursor(trace, before.done()));
        } else if (before != null && !before.isAtEnd() && outer(before.trace()) == outer(trace)) {
            place(TraceCursor.sameMoment(before, trace));
        } else {
            place(TraceCursor.atEnd(trace));
        }
    }

    private static Graph outer(Trace trace) {
        return trace.plan().outline().outer();
    }

    private void place(TraceCursor wanted) {
        TraceCursor there = new TraceCursor(blanks.covered(wanted.trace()), wanted.done());
        if (!there.equals(cursor)) {
            cursor = there;
            List.copyOf(listeners).forEach(Runnable::run);
        }
    }
}
