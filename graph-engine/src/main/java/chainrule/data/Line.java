package chainrule.data;

import chainrule.language.Phrases;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Optional;
import java.util.Random;

/**
 * Points beside a straight line: x evenly from −1 to 1, y = slope · x + intercept + noise · gauss, one draw a point.
 *
 * @param n points, at least 2
 */
public record Line(int n, double slope, double intercept, double noise, long seed) implements Recipe {
    private static final Phrases WORDS = Phrases.of(Line.class);

    @Override
    public Optional<String> refusal() {
        return n >= 2 ? Optional.empty() : Optional.of(WORDS.text("line.nLineNeedsAtLeast", n));
    }

    @Override
    public Shape x() {
        return Shape.of(n, 1);
    }

    @Override
    public Shape y() {
        return Shape.of(n, 1);
    }

    @Override
    public DataSet make() {
        Random random = new Random(seed);
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = -1 + 2.0 * i / (n - 1);
            y[i] = slope * x[i] + intercept + noise * random.nextGaussian();
        }
        return new DataSet(Tensor.of(x(), x), Tensor.of(y(), y));
    }
}
