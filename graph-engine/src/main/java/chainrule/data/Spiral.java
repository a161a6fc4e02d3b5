package chainrule.data;

import chainrule.language.Phrases;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Optional;
import java.util.Random;

/**
 * Arms that wind around each other, one a class, class by class: radius r from 0 to 1, angle 2π · class / classes +
 * turns · r + noise · gauss, one draw a point; the point is (r sin, r cos).
 *
 * @param n points; every arm has as many as fit, and what is left over is not made
 * @param classes arms
 * @param turns radians that an arm winds through
 */
public record Spiral(int n, int classes, double turns, double noise, long seed) implements Recipe {
    private static final Phrases WORDS = Phrases.of(Spiral.class);

    @Override
    public Optional<String> refusal() {
        if (classes < 1) {
            return Optional.of(WORDS.text("spiral.classesSpiralNeedsAtLeast", classes));
        }
        return n / classes >= 2
                ? Optional.empty()
                : Optional.of(WORDS.text("spiral.nClassesEveryArmSpiral", n, classes));
    }

    @Override
    public Shape x() {
        return Shape.of(n / classes * classes, 2);
    }

    @Override
    public Shape y() {
        return Shape.of(n / classes * classes);
    }

    @Override
    public DataSet make() {
        Random random = new Random(seed);
        int each = n / classes;
        double[] x = new double[2 * each * classes];
        double[] y = new double[each * classes];
        for (int p = 0; p < y.length; p++) {
            int arm = p / each;
            double r = (double) (p % each) / (each - 1);
            double t = 2 * Math.PI * arm / classes + turns * r + noise * random.nextGaussian();
            x[2 * p] = r * Math.sin(t);
            x[2 * p + 1] = r * Math.cos(t);
            y[p] = arm;
        }
        return new DataSet(Tensor.of(x(), x), Tensor.of(y(), y));
    }
}
