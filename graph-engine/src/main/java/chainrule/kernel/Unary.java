package chainrule.kernel;

import java.util.function.UnaryOperator;

/** A function of one number, applied to every element. */
@FunctionalInterface
public interface Unary {
    double at(double x);

    /** A function together with its form by ND4J operations. */
    static Unary of(Unary loop, UnaryOperator<Term> form) {
        return new Formed.Of1(loop, form);
    }

    /** The same by ND4J operations. */
    default Term on(Term x) {
        throw new UnsupportedOperationException("a function without a form by operations");
    }

    /** What computes it fastest in a loop. */
    default Unary loop() {
        return this;
    }

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
