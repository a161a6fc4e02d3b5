package chainrule.kernel;

import java.util.Arrays;

/** Arrays on the heap, as many as a {@link Sweep} asks for, shared by all sweeps of a memory. */
final class Registers {
    /** Elements of a register: a dozen of them stay in a processor's first cache. */
    static final int LENGTH = 512;

    private float[][] floats = new float[0][];
    private double[][] doubles = new double[0][];

    /** At least so many registers of floats. */
    float[][] floats(int count) {
        if (floats.length < count) {
            int had = floats.length;
            floats = Arrays.copyOf(floats, count);
            for (int i = had; i < count; i++) {
                floats[i] = new float[LENGTH];
            }
        }
        return floats;
    }

    /** At least so many registers of doubles. */
    double[][] doubles(int count) {
        if (doubles.length < count) {
            int had = doubles.length;
            doubles = Arrays.copyOf(doubles, count);
            for (int i = had; i < count; i++) {
                doubles[i] = new double[LENGTH];
            }
        }
        return doubles;
    }
}
