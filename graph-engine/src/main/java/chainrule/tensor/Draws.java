package chainrule.tensor;

import java.util.Random;

/**
 * A generator that draws exactly what {@link Random} draws, and whose place in its sequence can be read and gone back
 * to. Gaussians come in pairs, and a place between the two of a pair is that before the next pair.
 */
public final class Draws extends Random {
    private static final long serialVersionUID = 1;
    private static final long MULTIPLIER = 0x5DEECE66DL;
    private static final long INCREMENT = 0xBL;
    private static final int BITS = 48;
    private static final long MASK = (1L << BITS) - 1;

    private long place;

    public Draws(long seed) {
        super(seed);
    }

    /** Where in its sequence it is. */
    public synchronized long place() {
        return place;
    }

    /** Goes to a place where it was, or where another generator was. */
    public synchronized void moveTo(long there) {
        setSeed(there ^ MULTIPLIER);
    }

    @Override
    public synchronized void setSeed(long seed) {
        super.setSeed(seed);
        place = (seed ^ MULTIPLIER) & MASK;
    }

    @Override
    protected synchronized int next(int bits) {
        place = (place * MULTIPLIER + INCREMENT) & MASK;
        return (int) (place >>> (BITS - bits));
    }
}
