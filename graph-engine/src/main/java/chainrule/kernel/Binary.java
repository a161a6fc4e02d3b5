package chainrule.kernel;

/** A function of two numbers, applied element by element. */
@FunctionalInterface
public interface Binary {
    double at(double a, double b);

    /** The same for blocks of doubles. */
    default void each(double[] a, double[] b, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = at(a[i], b[i]);
        }
    }

    /** The same for blocks of floats. */
    default void each(float[] a, float[] b, float[] y, int n, Blocks blocks) {
        for (int i = 0; i < n; i++) {
            y[i] = (float) at(a[i], b[i]);
        }
    }
}
