package chainrule.kernel;

/** A function of one number, applied to every element. */
@FunctionalInterface
public interface Unary {
    double at(double x);

    /** The same for a block of doubles; x and y may be one array. */
    default void each(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = at(x[i]);
        }
    }

    /** The same for a block of floats; x and y may be one array. */
    default void each(float[] x, float[] y, int n, Blocks blocks) {
        for (int i = 0; i < n; i++) {
            y[i] = (float) at(x[i]);
        }
    }
}
