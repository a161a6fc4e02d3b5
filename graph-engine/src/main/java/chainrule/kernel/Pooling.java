package chainrule.kernel;

/**
 * Windows that slide over planes: x is planes × rows × columns, y planes × steps.
 *
 * @param planes how many planes there are, each by itself
 */
public record Pooling(int planes, Window rows, Window columns) {
    /** Elements of one plane of x. */
    int plane() {
        return Math.multiplyExact(rows.size(), columns.size());
    }

    /** Windows of one plane. */
    int steps() {
        return Math.multiplyExact(rows.steps(), columns.steps());
    }

    /** Places of one window, those in the border included. */
    int area() {
        return Math.multiplyExact(rows.kernel(), columns.kernel());
    }

    /** For each window of a plane the places it reads, in reading order; {@code outside} where that is the border. */
    public int[] places(int outside) {
        int[] result = new int[Math.multiplyExact(steps(), area())];
        int at = 0;
        for (int step = 0; step < steps(); step++) {
            for (int place = 0; place < area(); place++) {
                int row = rows.place(step / columns.steps(), place / columns.kernel());
                int column = columns.place(step % columns.steps(), place % columns.kernel());
                boolean inside = rows.inside(row) && columns.inside(column);
                result[at++] = inside ? row * columns.size() + column : outside;
            }
        }
        return result;
    }
}
