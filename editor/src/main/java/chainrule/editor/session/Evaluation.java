package chainrule.editor.session;

import chainrule.editor.document.Document;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.graph.Source;
import chainrule.graph.Validation;
import chainrule.tensor.Shape;
import chainrule.trace.Trace;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a document: its shapes and problems at once, its trace when the engine has run it. Where the
 * current document has no trace, the last good one is kept and is {@link #stale()}.
 *
 * @param document what was evaluated
 * @param state how far it got
 * @param validation shapes and mistakes of the document
 * @param problems mistakes from validation, compiling and running
 * @param trace the last trace, or null before the first
 */
public record Evaluation(
        Document document, State state, Validation validation, List<Problem> problems, @Nullable Trace trace) {
    /** How far an evaluation got. */
    public enum State {
        /** The engine has not answered yet. */
        RUNNING,
        /** There is a trace of the document. */
        DONE,
        /** The document has problems. */
        REJECTED,
        /** The learner stopped the pass. */
        CANCELLED
    }

    public Evaluation {
        problems = List.copyOf(problems);
    }

    /** The same document with another pass of it, which is up to date. */
    public Evaluation with(Trace other) {
        return new Evaluation(document, State.DONE, validation, problems, other);
    }

    /** The trace, stale or not. */
    public Optional<Trace> anyTrace() {
        return Optional.ofNullable(trace);
    }

    /** Whether the trace is of an earlier document. */
    public boolean stale() {
        return state != State.DONE && trace != null;
    }

    /** The first node of the current numbers to be NaN or infinite; empty where they are stale. */
    public Optional<Trace.NonFinite> nonFinite() {
        return stale() ? Optional.empty() : anyTrace().flatMap(Trace::nonFinite);
    }

    /** The mistakes of a node and of what is inside of it. */
    public List<Problem> problemsAt(NodeId node) {
        if (problems.isEmpty()) {
            return problems;
        }
        return problems.stream()
                .filter(p ->
                        p.node() != null && (p.node().equals(node) || p.node().within(node)))
                .toList();
    }

    public Optional<Shape> shape(Source source) {
        return Optional.ofNullable(validation.shapes().get(source));
    }
}
