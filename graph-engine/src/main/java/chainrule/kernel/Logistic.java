package chainrule.kernel;

/** The logistic function 1/(1 + e⁻ˣ), computed by the sign of x so that nothing overflows. */
public final class Logistic {
    private Logistic() {}

    public static double at(double x) {
        if (x >= 0) {
            return 1 / (1 + Math.exp(-x));
        }
        double e = Math.exp(x);
        return e / (1 + e);
    }

    /** Its slope where its value is y. */
    public static double slope(double y) {
        return y * (1 - y);
    }
}
