package chainrule.check;

import java.util.List;

/**
 * What a check found at one place of a graph: an output as all of its consumers see it, or an edge.
 *
 * @param place in words: {@code w}, {@code the edge into h.x}
 * @param element the element that was compared
 * @param size how many elements there are
 * @param curve the error for each step size, from the largest
 */
public record PlaceCheck(String place, NodeCheck.Element element, int size, List<StepSize> curve) {
    /**
     * A central difference of one step size.
     *
     * @param numeric the difference
     * @param error relative to the gradient, as {@link NodeCheck.Element} has it
     */
    public record StepSize(double h, double numeric, double error) {}

    public PlaceCheck {
        curve = List.copyOf(curve);
    }

    /** What the numbers mean, as a sentence. */
    public String sentence() {
        return switch (element.verdict()) {
            case GREEN -> "They agree: the gradient is right.";
            case AMBER -> "They agree to four digits; what is left is rounding, or a strong curve.";
            case KINK_NEARBY ->
                "A kink is nearby: the slope jumps between the two points compared, so neither is wrong.";
            case NOT_COMPARED -> "The loss nearby is not a finite number, so there is nothing to compare.";
            case RED -> "They do not agree: the gradient does not match the slope of the loss.";
        };
    }
}
