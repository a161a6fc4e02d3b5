package chainrule.data;

import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;

/** Eight pictures of 4×4 pixels: four vertical bars (class 0), then four horizontal ones (class 1). */
public record Bars() implements Recipe {
    private static final int SIDE = 4;

    @Override
    public Shape x() {
        return Shape.of(2 * SIDE, 1, SIDE, SIDE);
    }

    @Override
    public Shape y() {
        return Shape.of(2 * SIDE);
    }

    @Override
    public DataSet make() {
        double[] x = new double[Math.toIntExact(x().size())];
        double[] y = new double[2 * SIDE];
        for (int bar = 0; bar < SIDE; bar++) {
            y[SIDE + bar] = 1;
            for (int i = 0; i < SIDE; i++) {
                x[(bar * SIDE + i) * SIDE + bar] = 1;
                x[((SIDE + bar) * SIDE + bar) * SIDE + i] = 1;
            }
        }
        return new DataSet(Tensor.of(x(), x), Tensor.of(y(), y));
    }
}
