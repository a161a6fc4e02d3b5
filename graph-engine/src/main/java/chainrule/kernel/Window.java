package chainrule.kernel;

/**
 * How a kernel slides along one axis.
 *
 * @param size the length of the axis
 * @param kernel how many places the kernel reads
 * @param stride places between two steps
 * @param pad zeros before the first place and behind the last
 * @param dilation places between two that the kernel reads
 */
public record Window(int size, int kernel, int stride, int pad, int dilation) {
    /** An axis along which nothing slides. */
    public static Window none() {
        return new Window(1, 1, 1, 0, 1);
    }

    /** How many steps there are; below 1 where the kernel does not fit. */
    public int steps() {
        long room = (long) size + 2L * pad - (long) dilation * (kernel - 1) - 1;
        return room < 0 ? 0 : Math.toIntExact(room / stride + 1);
    }

    /** The place that the kernel reads at one of its positions in a step; outside the axis in the border. */
    public int place(int step, int position) {
        return Math.toIntExact((long) step * stride - pad + (long) position * dilation);
    }

    public boolean inside(int place) {
        return place >= 0 && place < size;
    }

    /** The first step in which a position of the kernel is inside the axis. */
    int firstInside(int position) {
        int before = -place(0, position);
        return before <= 0 ? 0 : (before + stride - 1) / stride;
    }

    /** The last step in which it is; below the first where there is none. */
    int lastInside(int position) {
        int room = size - 1 - place(0, position);
        return room < 0 ? -1 : Math.min(steps() - 1, room / stride);
    }
}
