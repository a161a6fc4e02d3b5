package chainrule.kernel;

/**
 * Elementary functions of blocks of floats, in loops that HotSpot vectorises: relative error about 2e-7. Doubles use the
 * exact functions of {@link Math} instead, since worked numbers are held to 1e-12.
 */
final class Floats {
    private static final float LOG2_E = 1.44269504f;
    /** ln 2 as a sum, whose first part times a small whole number is exact. */
    private static final float LN2_HIGH = 0.693359375f;

    private static final float LN2_LOW = -2.12194440e-4f;
    /** Added to a small number it leaves the nearest whole number in the lowest bits. */
    private static final float ROUNDING = 12582912f;

    private static final float LEAST = -88f;
    private static final float MOST = 89f;
    /** Up to here the power of 2 is finite. */
    private static final float MOST_FINITE = 88.3f;

    private static final int EXPONENT_SHIFT = 23;
    private static final int ONE = 127 << EXPONENT_SHIFT;

    /** From here on tanh is 1 to a float's precision. */
    private static final float FLAT = 7.90531110763549805f;

    private Floats() {}

    /** y = e^x, as 2^k times a polynomial of the rest (the coefficients are those of Moshier's Cephes library). */
    static void exp(float[] x, float[] y, int n, Blocks blocks) {
        float[] powers = blocks.floats(4);
        for (int i = 0; i < n; i++) {
            float c = Math.min(Math.max(x[i], LEAST), MOST);
            float shifted = Math.min(c * LOG2_E + ROUNDING, ROUNDING + 127);
            powers[i] = shifted;
            y[i] = rest(c, shifted - ROUNDING);
        }
        raise(powers, n, blocks);
        for (int i = 0; i < n; i++) {
            y[i] *= powers[i];
        }
    }

    /** y = 1/(1 + e^(−x)), like {@link #exp} but in fewer sweeps; where e^(−x) would be infinite, its largest power of 2 will do. */
    static void logistic(float[] x, float[] y, int n, Blocks blocks) {
        float[] powers = blocks.floats(4);
        for (int i = 0; i < n; i++) {
            float c = Math.min(Math.max(-x[i], LEAST), MOST_FINITE);
            float shifted = c * LOG2_E + ROUNDING;
            powers[i] = shifted;
            y[i] = rest(c, shifted - ROUNDING);
        }
        raise(powers, n, blocks);
        for (int i = 0; i < n; i++) {
            y[i] = 1 / (1 + y[i] * powers[i]);
        }
    }

    /** e^(c − k ln 2), near 1. */
    private static float rest(float c, float k) {
        float r = c - k * LN2_HIGH - k * LN2_LOW;
        float p = 1.9875691500e-4f;
        p = p * r + 1.3981999507e-3f;
        p = p * r + 8.3334519073e-3f;
        p = p * r + 4.1665795894e-2f;
        p = p * r + 1.6666665459e-1f;
        p = p * r + 5.0000001201e-1f;
        return p * r * r + r + 1;
    }

    /** From numbers that hold k in their lowest bits to 2^k. */
    private static void raise(float[] powers, int n, Blocks blocks) {
        int[] bits = blocks.ints(4);
        blocks.bits(powers, bits, n);
        for (int i = 0; i < n; i++) {
            bits[i] = (bits[i] << EXPONENT_SHIFT) + ONE;
        }
        blocks.floats(bits, powers, n);
    }

    /** y = tanh x, as a quotient of two polynomials (the coefficients are those of the Eigen library). */
    static void tanh(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            float v = Math.max(-FLAT, Math.min(FLAT, x[i]));
            float s = v * v;
            float p = -2.76076847742355e-16f;
            p = p * s + 2.00018790482477e-13f;
            p = p * s - 8.60467152213735e-11f;
            p = p * s + 5.12229709037114e-08f;
            p = p * s + 1.48572235717979e-05f;
            p = p * s + 6.37261928875436e-04f;
            p = p * s + 4.89352455891786e-03f;
            float q = 1.19825839466702e-06f;
            q = q * s + 1.18534705686654e-04f;
            q = q * s + 2.26843463243900e-03f;
            q = q * s + 4.89352518554385e-03f;
            y[i] = v * p / q;
        }
    }
}
