package chainrule.train;

import chainrule.trace.Trace;
import java.util.List;

/**
 * One step of a training, looked at: its pass, and how each parameter moved.
 *
 * @param step counted from 0
 * @param updates in the order of the plan; empty where a mistake stopped the pass
 */
public record ObservedStep(int step, Trace trace, List<ParameterUpdate> updates) {
    public ObservedStep {
        updates = List.copyOf(updates);
    }

    /** The pass with the updates after it, step by step. */
    public Trace whole(int digits) {
        return trace.followedBy(
                UpdateStep.of(updates, digits).stream().map(UpdateStep::sequel).toList());
    }
}
