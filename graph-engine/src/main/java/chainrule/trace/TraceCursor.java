package chainrule.trace;

import chainrule.exec.Step;
import chainrule.graph.NodeId;
import java.util.Optional;

/**
 * A place in a trace: between steps, so that 0 is before the first and the number of steps is after the last. Moving
 * it answers a new cursor.
 */
public record TraceCursor(Trace trace, int done) {
    public TraceCursor {
        if (done < 0 || done > trace.steps().size()) {
            throw new IllegalArgumentException(done + " of " + trace.steps().size() + " steps");
        }
    }

    public static TraceCursor atEnd(Trace trace) {
        return new TraceCursor(trace, trace.steps().size());
    }

    /** As far in a pass of the same graph, other nodes of which are opened, as another cursor is in its own. */
    public static TraceCursor sameMoment(TraceCursor other, Trace trace) {
        for (int done = other.done(); done > 0; done--) {
            int there = trace.steps().indexOf(other.trace().steps().get(done - 1));
            if (there >= 0) {
                return new TraceCursor(trace, there + 1);
            }
        }
        return new TraceCursor(trace, 0);
    }

    /** Moved by so many steps, stopping at either end. */
    public TraceCursor moved(int steps) {
        return at(done + steps);
    }

    /** Where so many steps are done, or at the nearer end. */
    public TraceCursor at(int steps) {
        return new TraceCursor(trace, Math.max(0, Math.min(trace.steps().size(), steps)));
    }

    /** The step that was done last. */
    public Optional<Step> step() {
        return done == 0 ? Optional.empty() : Optional.of(trace.steps().get(done - 1));
    }

    /** After the forward step of a node. */
    public TraceCursor atForwardOf(NodeId node) {
        int index = trace.steps().indexOf(new Step.Forward(node));
        return index < 0 ? this : at(index + 1);
    }

    public boolean isAtStart() {
        return done == 0;
    }

    public boolean isAtEnd() {
        return done == trace.steps().size();
    }

    public GradientView view() {
        return trace.view(done);
    }
}
