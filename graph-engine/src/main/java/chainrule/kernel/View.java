package chainrule.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Elements of a buffer in an order of their own: rows of equal length that lie a fixed distance apart. One gate of the
 * sums of a cell is such a view, and with a distance of 0 it is a bias that is repeated for each row.
 *
 * @param width elements of a row
 * @param stride elements from the start of a row to that of the next
 * @param offset elements before the first row
 */
public record View(Buffer buffer, int width, long stride, long offset) {
    /** All elements in their own order. */
    public static View of(Buffer buffer) {
        int size = Math.toIntExact(buffer.size());
        return new View(buffer, size, size, 0);
    }

    /** The first row, again for each row. */
    public View repeated() {
        return new View(buffer, width, 0, offset);
    }

    boolean repeats() {
        return stride == 0;
    }

    /** One of several blocks of columns: each row of the buffer holds {@code parts} of them side by side. */
    public static View columns(Buffer buffer, int part, int parts) {
        int all = buffer.shape().dim(-1);
        return new View(buffer, all / parts, all, (long) part * (all / parts));
    }

    /** So many rows as an ND4J array. */
    INDArray array(long rows) {
        return buffer.shaped(offset, new long[] {rows, width}, new long[] {stride, 1});
    }

    /** Copies elements from a place on to the start of an array. */
    void read(int from, float[] to, int count) {
        if (stride == 0) {
            repeat(from, to, count);
            return;
        }
        for (int done = 0; done < count; ) {
            int run = run(from + done, count - done);
            buffer.read(place(from + done), to, done, run);
            done += run;
        }
    }

    void read(int from, double[] to, int count) {
        if (stride == 0) {
            repeat(from, to, count);
            return;
        }
        for (int done = 0; done < count; ) {
            int run = run(from + done, count - done);
            buffer.read(place(from + done), to, done, run);
            done += run;
        }
    }

    /** Copies elements from the start of an array to a place. */
    void write(int to, float[] from, int count) {
        for (int done = 0; done < count; ) {
            int run = run(to + done, count - done);
            buffer.write(place(to + done), from, done, run);
            done += run;
        }
    }

    void write(int to, double[] from, int count) {
        for (int done = 0; done < count; ) {
            int run = run(to + done, count - done);
            buffer.write(place(to + done), from, done, run);
            done += run;
        }
    }

    /** Reads the row once, and then again and again what stands in the array already. */
    private void repeat(int from, float[] to, int count) {
        int place = from % width;
        int head = Math.min(count, width - place);
        buffer.read(offset + place, to, 0, head);
        if (head < count) {
            buffer.read(offset, to, head, Math.min(width, count - head));
        }
        for (int done = head + width; done < count; ) {
            int run = Math.min(done - head, count - done);
            System.arraycopy(to, head, to, done, run);
            done += run;
        }
    }

    private void repeat(int from, double[] to, int count) {
        int place = from % width;
        int head = Math.min(count, width - place);
        buffer.read(offset + place, to, 0, head);
        if (head < count) {
            buffer.read(offset, to, head, Math.min(width, count - head));
        }
        for (int done = head + width; done < count; ) {
            int run = Math.min(done - head, count - done);
            System.arraycopy(to, head, to, done, run);
            done += run;
        }
    }

    /** How many elements from one on lie side by side, at most so many. */
    private int run(int element, int most) {
        return stride == width ? most : Math.min(most, width - element % width);
    }

    private long place(int element) {
        return stride == width ? offset + element : offset + element / width * stride + element % width;
    }
}
