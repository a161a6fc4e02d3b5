package chainrule.data;

import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Optional;
import java.util.Random;

/**
 * A circle of radius 1 with label 0, then a smaller one inside it with label 1. noise · gauss is added to the first
 * coordinate, then to the second.
 *
 * @param n points, at least 2; the first half of them, rounded down, has label 0
 * @param factor radius of the inner circle
 */
public record Circles(int n, double noise, double factor, long seed) implements Recipe {
    @Override
    public Optional<String> refusal() {
        return n >= 2
                ? Optional.empty()
                : Optional.of("Setting n is %d: two circles need at least 2 points.".formatted(n));
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
            boolean inner = i >= half;
            double radius = inner ? factor : 1;
            double t = 2 * Math.PI * (i % half) / half;
            x[2 * i] = radius * Math.cos(t) + noise * random.nextGaussian();
            x[2 * i + 1] = radius * Math.sin(t) + noise * random.nextGaussian();
            y[i] = inner ? 1 : 0;
        }
        return new DataSet(Tensor.of(x(), x), Tensor.of(y(), y));
    }
}
