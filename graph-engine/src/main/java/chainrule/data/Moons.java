package chainrule.data;

import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Optional;
import java.util.Random;

/**
 * Two half circles that reach into each other: the upper one with label 0, then the lower one with label 1. noise ·
 * gauss is added to the first coordinate, then to the second.
 *
 * @param n points, at least 4; the first half of them, rounded down, has label 0
 */
public record Moons(int n, double noise, long seed) implements Recipe {
    @Override
    public Optional<String> refusal() {
        return n >= 4
                ? Optional.empty()
                : Optional.of("Setting n is %d: two moons need at least 4 points.".formatted(n));
    }

    @Override
    public Shape x() {
        return Shape.of(n, 2);
    }

    @Override
    public Shape y() {
        return Shape.of(n, 1);
    }

    @Override
    public DataSet make() {
        Random random = new Random(seed);
        int half = n / 2;
        double[] x = new double[2 * n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            boolean lower = i >= half;
            double t = Math.PI * (i % half) / (half - 1);
            x[2 * i] = (lower ? 1 - Math.cos(t) : Math.cos(t)) + noise * random.nextGaussian();
            x[2 * i + 1] = (lower ? 0.5 - Math.sin(t) : Math.sin(t)) + noise * random.nextGaussian();
            y[i] = lower ? 1 : 0;
        }
        return new DataSet(Tensor.of(x(), x), Tensor.of(y(), y));
    }
}
