package chainrule.data;

import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Random;

/**
 * Points along two curves in the plane: the first half of them, rounded down, on the one with label 0, the others on
 * that with label 1. noise · gauss is added to the first coordinate, then to the second.
 */
interface TwoCurves extends Recipe {
    /** How many points. */
    int n();

    /** How far points lie beside their curve. */
    double noise();

    long seed();

    /**
     * The first and the second coordinate of a point on its curve.
     *
     * @param label of the curve
     * @param k its place along the curve, from 0
     * @param half how many points the first curve has
     */
    double[] point(int label, int k, int half);

    @Override
    default Shape x() {
        return Shape.of(n(), 2);
    }

    @Override
    default Shape y() {
        return Shape.of(n(), 1);
    }

    @Override
    default DataSet make() {
        Random random = new Random(seed());
        int half = n() / 2;
        double[] x = new double[2 * n()];
        double[] y = new double[n()];
        for (int i = 0; i < n(); i++) {
            int label = i < half ? 0 : 1;
            double[] point = point(label, i % half, half);
            x[2 * i] = point[0] + noise() * random.nextGaussian();
            x[2 * i + 1] = point[1] + noise() * random.nextGaussian();
            y[i] = label;
        }
        return new DataSet(Tensor.of(x(), x), Tensor.of(y(), y));
    }
}
