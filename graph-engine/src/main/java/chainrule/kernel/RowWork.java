package chainrule.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Functions of the rows of buffers that hold them one after the other, to be applied row by row.
 *
 * @param rows how many there are
 * @param columns the length of each
 */
record RowWork(int rows, int columns, List<Each> functions) {
    /** More in one kernel would not save more reading. */
    private static final int MOST = 32;

    /**
     * One function.
     *
     * @param in buffers with a row, or one element, for each row
     * @param out the same
     */
    record Each(Lane function, List<Buffer> in, Buffer out) {
        Each {
            in = List.copyOf(in);
        }
    }

    RowWork {
        functions = List.copyOf(functions);
    }

    /** Whether a buffer holds just these rows. */
    boolean fits(Buffer buffer) {
        return buffer.size() == (long) rows * columns;
    }

    /** Another function of rows as many and as long. */
    RowWork of(Lane function, List<Buffer> in, Buffer out) {
        return new RowWork(rows, columns, List.of(new Each(function, in, out)));
    }

    /** Whether this can follow other work row by row: none writes over what another still reads elsewhere. */
    boolean joins(RowWork before) {
        return rows == before.rows
                && columns == before.columns
                && columns <= Blocks.LENGTH
                && functions.size() + before.functions.size() <= MOST
                && written().stream().allMatch(written -> before.leaves(written, buffers()))
                && before.written().stream().allMatch(written -> leaves(written, read()));
    }

    /** This and then other work, row by row. */
    RowWork then(RowWork next) {
        List<Each> all = new ArrayList<>(functions);
        all.addAll(next.functions);
        return new RowWork(rows, columns, all);
    }

    /** Whether nothing is written to a buffer. */
    boolean leaves(Buffer buffer) {
        return written().stream().noneMatch(buffer::overlaps);
    }

    /** Whether a buffer that is written elsewhere is in nobody's way here: the same, apart, or in the place of one not needed. */
    private boolean leaves(Buffer written, Set<Buffer> needed) {
        return buffers().stream()
                .filter(buffer -> buffer != written && buffer.overlaps(written))
                .allMatch(buffer -> buffer.coincides(written) && !needed.contains(buffer));
    }

    private Set<Buffer> read() {
        Set<Buffer> result = new HashSet<>();
        functions.forEach(each -> result.addAll(each.in));
        return result;
    }

    private Set<Buffer> written() {
        Set<Buffer> result = new HashSet<>();
        functions.forEach(each -> result.add(each.out));
        return result;
    }

    private Set<Buffer> buffers() {
        Set<Buffer> result = written();
        result.addAll(read());
        return result;
    }
}
