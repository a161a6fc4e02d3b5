package chainrule.kernel;

import chainrule.tensor.Precision;

/** Finds the largest element of every window of a plane: on a tie the first, and the last NaN before all numbers. */
abstract class Winners {
    final Pooling pooling;
    final int[] places;
    final int[] winners;

    private Winners(Pooling pooling) {
        this.pooling = pooling;
        this.places = pooling.places(pooling.plane());
        this.winners = new int[pooling.steps()];
    }

    static Winners of(Pooling pooling, Precision precision) {
        return precision == Precision.FLOAT ? new OfFloats(pooling) : new OfDoubles(pooling);
    }

    /** The winners of a plane, as places in it; they hold until the next call. */
    abstract int[] of(Buffer x, int plane);

    /** Without a branch, which a processor could only guess: elements are compared as whole numbers of the same order. */
    private static final class OfFloats extends Winners {
        private static final int INFINITY = 0x7f800000;

        private final int[] keys;

        OfFloats(Pooling pooling) {
            super(pooling);
            this.keys = new int[pooling.plane() + 1];
        }

        @Override
        int[] of(Buffer x, int plane) {
            int size = pooling.plane();
            x.readBits((long) plane * size, keys, size);
            order(keys, size);
            keys[size] = Integer.MIN_VALUE;
            int area = pooling.area();
            for (int step = 0; step < winners.length; step++) {
                winners[step] = winner(step * area, area);
            }
            return winners;
        }

        private int winner(int first, int area) {
            int winner = places[first];
            int best = keys[winner];
            for (int i = first + 1; i < first + area; i++) {
                int place = places[i];
                int key = keys[place];
                // All ones where the key is larger, or is that of a NaN.
                int larger = (int) ((((long) best - key) | ((long) INFINITY - key)) >> 63);
                best += (key - best) & larger;
                winner += (place - winner) & larger;
            }
            return winner;
        }

        /** From the bits of floats to whole numbers that compare as they do: −0 is 0, and NaN is above all. */
        private static void order(int[] bits, int count) {
            for (int i = 0; i < count; i++) {
                int b = bits[i];
                int magnitude = b & Integer.MAX_VALUE;
                int zero = ~((-magnitude) >> 31);
                int nan = (INFINITY - magnitude) >> 31;
                int key = (b ^ ((b >> 31) & Integer.MAX_VALUE)) & ~zero;
                bits[i] = (key & ~nan) | (Integer.MAX_VALUE & nan);
            }
        }
    }

    private static final class OfDoubles extends Winners {
        private final double[] elements;

        OfDoubles(Pooling pooling) {
            super(pooling);
            this.elements = new double[pooling.plane() + 1];
        }

        @Override
        int[] of(Buffer x, int plane) {
            int size = pooling.plane();
            x.read((long) plane * size, elements, size);
            int area = pooling.area();
            for (int step = 0; step < winners.length; step++) {
                winners[step] = winner(step * area, area, size);
            }
            return winners;
        }

        private int winner(int first, int area, int outside) {
            int winner = outside;
            for (int i = first; i < first + area; i++) {
                int place = places[i];
                boolean larger =
                        winner == outside || elements[place] > elements[winner] || Double.isNaN(elements[place]);
                winner = place != outside && larger ? place : winner;
            }
            return winner;
        }
    }
}
