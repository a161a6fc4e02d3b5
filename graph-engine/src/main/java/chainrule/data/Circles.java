package chainrule.data;

import chainrule.language.Phrases;
import java.util.Optional;

/**
 * A circle of radius 1 with label 0, then a smaller one inside it with label 1. noise · gauss is added to the first
 * coordinate, then to the second.
 *
 * @param n points, at least 2; the first half of them, rounded down, has label 0
 * @param factor radius of the inner circle
 */
public record Circles(int n, double noise, double factor, long seed) implements TwoCurves {
    private static final Phrases WORDS = Phrases.of(Circles.class);

    @Override
    public Optional<String> refusal() {
        return n >= 2 ? Optional.empty() : Optional.of(WORDS.text("circles.nTwoCirclesNeedAt", n));
    }

    @Override
    public double[] point(int label, int k, int half) {
        double radius = label == 0 ? 1 : factor;
        double t = 2 * Math.PI * k / half;
        return new double[] {radius * Math.cos(t), radius * Math.sin(t)};
    }
}
