package chainrule.kernel;

import java.util.function.BinaryOperator;

/** A function of two numbers, applied element by element. */
@FunctionalInterface
public interface Binary {
    double at(double a, double b);

    /** A function together with its form by ND4J operations. */
    static Binary of(Binary loop, BinaryOperator<Term> form) {
        return new Formed.Of2(loop, form);
    }

    /** The same by ND4J operations. */
    default Term on(Term a, Term b) {
        throw new UnsupportedOperationException("a function without a form by operations");
    }

    /** What computes it fastest in a loop. */
    default Binary loop() {
        return this;
    }

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
