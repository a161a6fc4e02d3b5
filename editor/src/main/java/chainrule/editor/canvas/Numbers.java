package chainrule.editor.canvas;

import chainrule.editor.session.Evaluation;
import chainrule.editor.session.Shown;
import chainrule.editor.session.Sight;
import chainrule.exec.Step;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.Presence;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import chainrule.trace.Trace;
import chainrule.trace.TraceCursor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of a document's numbers where the learner stands in the pass. What is not computed yet is absent. */
final class Numbers {
    /** How a gradient stands: it is known, it is still to come, or there never is one. */
    enum Gradient {
        KNOWN,
        NOT_YET,
        NONE
    }

    private final Evaluation evaluation;
    private final Shown shown;
    private final Graph graph;
    private final boolean late;
    private final boolean filmed;
    private final @Nullable NodeId root;
    private final @Nullable TraceCursor cursor;
    private final @Nullable TraceCursor given;
    private final @Nullable Sight view;
    private final @Nullable Sight end;
    private @Nullable Numbers atEnd;
    private @Nullable Sight uncovered;
    private @Nullable Sight wholeEnd;

    /**
     * @param cursor null for the end of the pass
     */
    Numbers(Evaluation evaluation, @Nullable TraceCursor cursor) {
        this(evaluation, cursor, true, Shown.outside(evaluation.document()));
    }

    /**
     * @param late whether an answer that is not there yet counts as missing; a quick one should not make the canvas
     *     flicker
     * @param shown the graph that the numbers are asked for
     */
    Numbers(Evaluation evaluation, @Nullable TraceCursor cursor, boolean late, Shown shown) {
        this(evaluation, cursor, late, shown, false);
    }

    private Numbers(Evaluation evaluation, @Nullable TraceCursor cursor, boolean late, Shown shown, boolean filmed) {
        this.filmed = filmed;
        this.late = late;
        this.given = cursor;
        this.evaluation = evaluation;
        this.shown = shown;
        this.graph = shown.document().graph();
        Trace trace = evaluation.trace();
        boolean fits = cursor != null && cursor.trace() == trace;
        this.cursor = fits ? cursor : trace == null ? null : TraceCursor.atEnd(trace);
        this.end = trace == null ? null : new Sight(shown, trace, trace.end());
        boolean within = fits && cursor != null && !cursor.isAtEnd() && trace != null;
        this.view = within && cursor != null && trace != null ? new Sight(shown, trace, cursor.view()) : end;
        boolean outside = shown.scope().isOutside();
        this.root = (outside || end == null ? graph.root() : end.root()).orElse(null);
    }

    /** The same numbers at the end of the pass. */
    Numbers atEnd() {
        Numbers known = atEnd;
        if (known == null) {
            known = view == end ? this : new Numbers(evaluation, null, late, shown);
            atEnd = known;
        }
        return known;
    }

    /** The same numbers once more, sharing nothing that changes: for another thread. */
    Numbers again() {
        return new Numbers(evaluation, given, late, shown, filmed);
    }

    /** The numbers of the same graph at the end of any pass of it. */
    Numbers after(Trace pass) {
        return new Numbers(evaluation.with(pass), null, late, shown);
    }

    /** The numbers of the same graph at a place of any pass of it; the last step of the pass is marked like the others. */
    Numbers filmed(TraceCursor place) {
        return new Numbers(evaluation.with(place.trace()), place, late, shown, true);
    }

    /** Whether these are the numbers of an evaluation and a place in the pass. */
    boolean of(Evaluation asked, @Nullable TraceCursor place, boolean waited, Shown there) {
        return evaluation == asked && late == waited && shown == there && Objects.equals(given, place);
    }

    Evaluation evaluation() {
        return evaluation;
    }

    Optional<TraceCursor> cursor() {
        return Optional.ofNullable(cursor);
    }

    /** The step that was done last, where the learner stands inside the pass. */
    Optional<Step> marked() {
        boolean over = cursor == null || (cursor.isAtEnd() && !filmed);
        return over || cursor == null || stale() ? Optional.empty() : cursor.step();
    }

    /** Whether the engine has been at it for so long that the learner waits. */
    boolean isAwaited() {
        return late && evaluation.state() == Evaluation.State.RUNNING;
    }

    boolean stale() {
        return evaluation.stale() && (late || evaluation.state() != Evaluation.State.RUNNING);
    }

    Optional<Tensor> value(Source source) {
        return view == null ? Optional.empty() : view.value(source);
    }

    Optional<Tensor> gradient(Source source) {
        return view == null ? Optional.empty() : view.gradient(source);
    }

    Gradient state(Source source) {
        if (gradient(source).isPresent()) {
            return Gradient.KNOWN;
        }
        if (graph.has(source.node()) && graph.type(source.node()).presence() == Presence.MUTED) {
            return Gradient.NONE;
        }
        if (end != null && end.knows(source.node())) {
            return end.hasGradient(source) ? Gradient.NOT_YET : Gradient.NONE;
        }
        boolean possible = graph.find(source.node())
                .flatMap(n -> n.type().output(source.port()))
                .map(p -> p.differentiable())
                .orElse(false);
        return possible ? Gradient.NOT_YET : Gradient.NONE;
    }

    /** What has flowed back along an edge. */
    Optional<Tensor> contribution(Slot slot) {
        return view == null ? Optional.empty() : view.contribution(slot);
    }

    /** What flows back along an edge by the end of the pass, also where it is hidden: it takes its room. */
    Optional<Tensor> finalContribution(Slot slot) {
        return end == null ? Optional.empty() : wholeEnd().contribution(slot);
    }

    /** What an output's value is at the end of the pass, also where it is hidden. */
    Optional<Tensor> finalValue(Source source) {
        return end == null ? Optional.empty() : wholeEnd().value(source);
    }

    /** Whether the learner hides the value of an output, which is there. */
    boolean hidesValue(Source source) {
        Sight whole = uncovered();
        return whole != null && value(source).isEmpty() && whole.value(source).isPresent();
    }

    /** Whether the learner hides the gradient of an output, which is there. */
    boolean hidesGradient(Source source) {
        Sight whole = uncovered();
        return whole != null
                && gradient(source).isEmpty()
                && whole.gradient(source).isPresent();
    }

    /** Whether the learner hides what has flowed back along an edge. */
    boolean hides(Slot slot) {
        Sight whole = uncovered();
        return whole != null
                && contribution(slot).isEmpty()
                && whole.contribution(slot).isPresent();
    }

    private Sight wholeEnd() {
        Sight known = wholeEnd;
        if (known == null) {
            known = Objects.requireNonNull(end).whole();
            wholeEnd = known;
        }
        return known;
    }

    /** This moment with nothing hidden; null where nothing is. */
    private @Nullable Sight uncovered() {
        Sight known = uncovered;
        if (known == null && view != null && view.whole() != view) {
            known = view.whole();
            uncovered = known;
        }
        return known;
    }

    /** The slots whose contributions an output's gradient is the sum of, in their order of arrival. */
    List<Slot> contributors(Source source) {
        return end == null ? List.of() : end.contributors(source);
    }

    Optional<Shape> shape(Source source) {
        return shown.shape(source, evaluation);
    }

    List<Problem> problemsAt(NodeId node) {
        return shown.problemsAt(node, evaluation);
    }

    /** What is said of the first node to be NaN or infinite, once its step is done; empty for all others. */
    Optional<String> nonFinite(NodeId node) {
        Trace trace = evaluation.trace();
        if (trace == null || cursor == null || stale()) {
            return Optional.empty();
        }
        int done = cursor.done();
        return trace.nonFinite().filter(first -> first.step() < done).flatMap(first -> first.saidAt(node));
    }

    /** Whether everything that is known of an output is a finite number. */
    boolean finite(Source source) {
        return value(source).map(Tensor::isFinite).orElse(true)
                && gradient(source).map(Tensor::isFinite).orElse(true);
    }

    Optional<NodeId> root() {
        return Optional.ofNullable(root);
    }

    /** The node that is shown which the last step was about. */
    Optional<NodeId> markedNode() {
        return marked().flatMap(step -> shown.scope().visible(step.node()));
    }

    /** Whether the last step was about the edge into a slot. */
    boolean isMarked(Slot slot) {
        return view != null && marked().filter(step -> view.about(step, slot)).isPresent();
    }

    /** Whether the last step pulled the gradient along the edge into a slot. */
    boolean isPulled(Slot slot) {
        return isMarked(slot)
                && marked().filter(step -> step instanceof Step.Pull).isPresent();
    }

    /** Whether a node stands for an input or output of the node that is opened. */
    boolean isBorder(NodeId node) {
        return shown.isBorder(node);
    }
}
