package chainrule.check;

import chainrule.graph.NodeId;
import chainrule.language.Phrases;

/**
 * What a gradient check found at one node.
 *
 * @param node a parameter or an input
 * @param verdict the worst of its elements
 * @param worst the element that decided it
 * @param checked how many elements were compared
 * @param size how many it has; where that is more, evenly spaced ones were compared
 */
public record NodeCheck(NodeId node, Verdict verdict, Element worst, int checked, int size) {
    private static final Phrases WORDS = Phrases.of(NodeCheck.class);

    /**
     * One element's gradient, computed in two ways.
     *
     * @param position row-major
     * @param error relative: |a − n| / max(1e-4, |a|, |n|)
     */
    public record Element(int position, double analytic, double numeric, double error, Verdict verdict) {}

    /** What the numbers do not say, as a sentence; empty where there is nothing to add. */
    public String remark() {
        String sampled =
                checked < size ? WORDS.text("nodeCheck.elementsThemEvenlySpacedWere", node, size, checked) : "";
        String why =
                switch (verdict) {
                    case KINK_NEARBY -> WORDS.text("nodeCheck.kinkNearbySlopeJumpsBetween", node);
                    case NOT_COMPARED -> WORDS.text("nodeCheck.lossNearNotFiniteNumber", node);
                    case RED -> WORDS.text("nodeCheck.gradientDoesNotMatchSlope", node);
                    case GREEN, AMBER -> "";
                };
        return why.isEmpty() || sampled.isEmpty() ? why + sampled : why + " " + sampled;
    }
}
