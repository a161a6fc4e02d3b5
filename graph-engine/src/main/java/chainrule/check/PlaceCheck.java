package chainrule.check;

import chainrule.language.Phrases;
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
    private static final Phrases WORDS = Phrases.of(PlaceCheck.class);

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
            case GREEN -> WORDS.text("placeCheck.theyAgreeGradientRight");
            case AMBER -> WORDS.text("placeCheck.theyAgreeFourDigitsWhat");
            case KINK_NEARBY -> WORDS.text("placeCheck.kinkNearbySlopeJumpsBetween");
            case NOT_COMPARED -> WORDS.text("placeCheck.lossNearbyNotFiniteNumber");
            case RED -> WORDS.text("placeCheck.theyDoNotAgreeGradient");
        };
    }
}
