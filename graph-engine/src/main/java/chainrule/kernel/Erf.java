package chainrule.kernel;

/**
 * The error function and its complement, by the rational Chebyshev approximations of W. J. Cody, “Rational Chebyshev
 * Approximations for the Error Function”, Mathematics of Computation 23 (1969), 631–637: relative error about 1e-16.
 */
public final class Erf {
    /** Up to here x·R(x²) serves; from here to 4 e^(−x²)·R(x); above that e^(−x²)/x·(1/√π + R(1/x²)/x²). */
    private static final double CENTRE = 0.46875;

    private static final double MIDDLE = 4;
    /** Beyond this, erfc is smaller than any double. */
    private static final double UNDERFLOW = 27.3;

    private static final double ONE_OVER_SQRT_PI = 5.6418958354775628695e-1;

    private static final double[] CENTRE_OVER = {
        1.85777706184603153e-1,
        3.16112374387056560e00,
        1.13864154151050156e02,
        3.77485237685302021e02,
        3.20937758913846947e03
    };
    private static final double[] CENTRE_UNDER = {
        1, 2.36012909523441209e01, 2.44024637934444173e02, 1.28261652607737228e03, 2.84423683343917062e03
    };
    private static final double[] MIDDLE_OVER = {
        2.15311535474403846e-8,
        5.64188496988670089e-1,
        8.88314979438837594e0,
        6.61191906371416295e01,
        2.98635138197400131e02,
        8.81952221241769090e02,
        1.71204761263407058e03,
        2.05107837782607147e03,
        1.23033935479799725e03
    };
    private static final double[] MIDDLE_UNDER = {
        1,
        1.57449261107098347e01,
        1.17693950891312499e02,
        5.37181101862009858e02,
        1.62138957456669019e03,
        3.29079923573345963e03,
        4.36261909014324716e03,
        3.43936767414372164e03,
        1.23033935480374942e03
    };
    private static final double[] TAIL_OVER = {
        1.63153871373020978e-2,
        3.05326634961232344e-1,
        3.60344899949804439e-1,
        1.25781726111229246e-1,
        1.60837851487422766e-2,
        6.58749161529837803e-4
    };
    private static final double[] TAIL_UNDER = {
        1,
        2.56852019228982242e00,
        1.87295284992346725e00,
        5.27905102951428412e-1,
        6.05183413124413191e-2,
        2.33520497626869185e-3
    };

    private Erf() {}

    /** 2/√π times the integral of e^(−t²) from 0 to x. */
    public static double erf(double x) {
        if (Math.abs(x) <= CENTRE) {
            return x * ratio(CENTRE_OVER, CENTRE_UNDER, x * x);
        }
        return x < 0 ? tail(-x) - 1 : 1 - tail(x);
    }

    /** 1 − erf(x), without losing digits where x is large. */
    public static double erfc(double x) {
        if (Math.abs(x) <= CENTRE) {
            return 1 - erf(x);
        }
        return x < 0 ? 2 - tail(-x) : tail(x);
    }

    /** The probability that a standard normal variable is below x. */
    public static double normal(double x) {
        return 0.5 * erfc(-x / Math.sqrt(2));
    }

    /** erfc for an argument above {@link #CENTRE}; NaN for NaN. */
    private static double tail(double x) {
        if (x > UNDERFLOW) {
            return 0;
        }
        if (x <= MIDDLE) {
            return gaussian(x) * ratio(MIDDLE_OVER, MIDDLE_UNDER, x);
        }
        double z = 1 / (x * x);
        return gaussian(x) / x * (ONE_OVER_SQRT_PI - z * ratio(TAIL_OVER, TAIL_UNDER, z));
    }

    /** e^(−x²), with x split so that its square loses no digits. */
    private static double gaussian(double x) {
        double high = Math.floor(x * 16) / 16;
        return Math.exp(-high * high) * Math.exp(-(x - high) * (x + high));
    }

    /** A quotient of two polynomials, highest power first (Horner). */
    private static double ratio(double[] over, double[] under, double x) {
        return polynomial(over, x) / polynomial(under, x);
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (double coefficient : coefficients) {
            sum = sum * x + coefficient;
        }
        return sum;
    }
}
