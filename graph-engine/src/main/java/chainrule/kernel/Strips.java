package chainrule.kernel;

import chainrule.tensor.Shape;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a smaller shape lies in a larger one where each of its elements stands for a strip of neighbours: the larger is
 * batch × rows × columns, and the smaller has one number for each row.
 */
record Strips(int batch, int rows, int columns) {
    /** Shorter strips are cheaper element by element. */
    private static final int SHORTEST = 8;

    /** Of two shapes; empty where the smaller does not lie so, or not worthwhile. */
    static Optional<Strips> of(Shape larger, Shape smaller) {
        if (smaller.rank() > larger.rank() || smaller.size() >= larger.size()) {
            return Optional.empty();
        }
        int[] all = larger.dims();
        int[] kept = new int[all.length];
        Arrays.fill(kept, 1);
        int[] mine = smaller.dims();
        System.arraycopy(mine, 0, kept, all.length - mine.length, mine.length);
        int from = 0;
        while (from < all.length && kept[from] == 1) {
            from++;
        }
        int to = from;
        while (to < all.length && kept[to] == all[to] && kept[to] > 1) {
            to++;
        }
        Strips strips = new Strips(product(all, 0, from), product(all, from, to), product(all, to, all.length));
        return strips.columns >= SHORTEST && strips.rows == smaller.size() ? Optional.of(strips) : Optional.empty();
    }

    /** y = x, each of whose elements is repeated for its strip. */
    Kernel repeated(Buffer x, Buffer y) {
        return () -> {
            for (int i = 0; i < batch * rows; i++) {
                y.fill((long) i * columns, columns, x.get(i % rows));
            }
        };
    }

    private static int product(int[] dims, int from, int to) {
        return Arrays.stream(dims, from, to).reduce(1, Math::multiplyExact);
    }
}
