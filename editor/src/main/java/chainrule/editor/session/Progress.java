package chainrule.editor.session;

import chainrule.graph.NodeId;

/**
 * How far a running pass is.
 *
 * @param done steps that are done
 * @param total steps of the whole pass
 * @param node what the step that runs now is about
 */
public record Progress(int done, int total, NodeId node) {
    /** From 0 to 1. */
    public double share() {
        return total == 0 ? 1 : (double) done / total;
    }
}
