package chainrule.data;

import chainrule.language.Phrases;
import java.util.Optional;

/**
 * Two half circles that reach into each other: the upper one with label 0, then the lower one with label 1. noise ·
 * gauss is added to the first coordinate, then to the second.
 *
 * @param n points, at least 4; the first half of them, rounded down, has label 0
 */
public record Moons(int n, double noise, long seed) implements TwoCurves {
    private static final Phrases WORDS = Phrases.of(Moons.class);

    @Override
    public Optional<String> refusal() {
        return n >= 4 ? Optional.empty() : Optional.of(WORDS.text("moons.nTwoMoonsNeedAt", n));
    }

    @Override
    public double[] point(int label, int k, int half) {
        double t = Math.PI * k / (half - 1);
        return label == 0 ? new double[] {Math.cos(t), Math.sin(t)} : new double[] {1 - Math.cos(t), 0.5 - Math.sin(t)};
    }
}
