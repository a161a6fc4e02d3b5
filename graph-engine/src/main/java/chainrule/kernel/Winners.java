package chainrule.kernel;

import chainrule.tensor.Precision;
import java.util.Arrays;

/** Finds the largest element of every window of a plane: on a tie the first, and the last NaN before all numbers. */
abstract class Winners {
    final Pooling pooling;
    /** For each place of a window, in reading order, what all windows read there; the border is behind the plane. */
    final int[][] reads;

    final int[] winners;

    private Winners(Pooling pooling) {
        this.pooling = pooling;
        this.winners = new int[pooling.steps()];
        this.reads = new int[pooling.area()][pooling.steps()];
        int[] places = pooling.places(pooling.plane());
        for (int i = 0; i < places.length; i++) {
            reads[i % reads.length][i / reads.length] = places[i];
        }
    }

    static Winners of(Pooling pooling, Precision precision) {
        return precision == Precision.FLOAT ? new OfFloats(pooling) : new OfDoubles(pooling);
    }

    /** The winners of a plane, as places in it; they hold until the next call. */
    abstract int[] of(Buffer x, int plane);

    /** Writes the largest elements of a plane. */
    abstract void largest(Buffer x, int plane, Buffer y);

    /**
     * Without a branch, which a processor could only guess: one place of all windows after the other is compared, in
     * loops that HotSpot vectorises. Who won is found by comparing the bits with those of the largest, as whole numbers.
     */
    private static final class OfFloats extends Winners {
        private static final int INFINITY = 0x7f800000;

        private final float[] elements;
        private final float[] best;
        private final float[] rivals;
        private final int[] keys;
        private final int[] bestKeys;
        private final int[] rivalKeys;

        OfFloats(Pooling pooling) {
            super(pooling);
            int steps = pooling.steps();
            this.elements = new float[pooling.plane() + 1];
            this.best = new float[steps];
            this.rivals = new float[steps];
            this.keys = new int[pooling.plane() + 1];
            this.bestKeys = new int[steps];
            this.rivalKeys = new int[steps];
        }

        @Override
        void largest(Buffer x, int plane, Buffer y) {
            findLargest(x, plane);
            y.write((long) plane * best.length, best, best.length);
        }

        @Override
        int[] of(Buffer x, int plane) {
            findLargest(x, plane);
            int size = pooling.plane();
            x.readBits((long) plane * size, keys, size);
            order(keys, size);
            keys[size] = Integer.MIN_VALUE;
            x.blocks().bits(best, bestKeys, best.length);
            order(bestKeys, bestKeys.length);
            for (int place = reads.length - 1; place >= 0; place--) {
                gather(keys, reads[place], rivalKeys);
                award(bestKeys, rivalKeys, reads[place], winners);
            }
            for (int i = 0; i < winners.length; i++) {
                if (bestKeys[i] == Integer.MAX_VALUE) {
                    winners[i] = lastNaN(i);
                }
            }
            return winners;
        }

        private void findLargest(Buffer x, int plane) {
            int size = pooling.plane();
            x.read((long) plane * size, elements, size);
            elements[size] = Float.NEGATIVE_INFINITY;
            Arrays.fill(best, Float.NEGATIVE_INFINITY);
            for (int[] places : reads) {
                gather(elements, places, rivals);
                raise(best, rivals);
            }
        }

        private int lastNaN(int window) {
            int place = reads.length - 1;
            while (keys[reads[place][window]] != Integer.MAX_VALUE) {
                place--;
            }
            return reads[place][window];
        }

        private static void gather(float[] from, int[] places, float[] to) {
            for (int i = 0; i < places.length; i++) {
                to[i] = from[places[i]];
            }
        }

        private static void gather(int[] from, int[] places, int[] to) {
            for (int i = 0; i < places.length; i++) {
                to[i] = from[places[i]];
            }
        }

        private static void raise(float[] best, float[] rivals) {
            for (int i = 0; i < best.length; i++) {
                best[i] = Math.max(best[i], rivals[i]);
            }
        }

        /** A place wins where its key is the best one. */
        private static void award(int[] best, int[] rivals, int[] places, int[] winners) {
            for (int i = 0; i < best.length; i++) {
                int difference = best[i] ^ rivals[i];
                int equal = ~((difference | -difference) >> 31);
                winners[i] = winners[i] ^ ((winners[i] ^ places[i]) & equal);
            }
        }

        /** From the bits of floats to whole numbers that are equal where they are: −0 is 0, and NaN is one number. */
        private static void order(int[] bits, int count) {
            for (int i = 0; i < count; i++) {
                int b = bits[i];
                int magnitude = b & Integer.MAX_VALUE;
                int zero = ~((-magnitude) >> 31);
                int nan = (INFINITY - magnitude) >> 31;
                int key = b & ~zero;
                bits[i] = (key & ~nan) | (Integer.MAX_VALUE & nan);
            }
        }
    }

    private static final class OfDoubles extends Winners {
        private final double[] elements;
        private final double[] best;

        OfDoubles(Pooling pooling) {
            super(pooling);
            this.elements = new double[pooling.plane() + 1];
            this.best = new double[pooling.steps()];
        }

        @Override
        void largest(Buffer x, int plane, Buffer y) {
            of(x, plane);
            for (int i = 0; i < winners.length; i++) {
                best[i] = elements[winners[i]];
            }
            y.write((long) plane * best.length, best, best.length);
        }

        @Override
        int[] of(Buffer x, int plane) {
            int size = pooling.plane();
            x.read((long) plane * size, elements, size);
            for (int window = 0; window < winners.length; window++) {
                winners[window] = winner(window, size);
            }
            return winners;
        }

        private int winner(int window, int outside) {
            int winner = outside;
            for (int[] places : reads) {
                int place = places[window];
                boolean larger =
                        winner == outside || elements[place] > elements[winner] || Double.isNaN(elements[place]);
                winner = place != outside && larger ? place : winner;
            }
            return winner;
        }
    }
}
