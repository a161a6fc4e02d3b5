package chainrule.kernel;

/**
 * How filters slide over a batch of images: x is batch × channels × rows × columns, W filters × channels of a group ×
 * kernel, y batch × filters × steps.
 *
 * @param groups parts that channels and filters are cut into, each with filters of its own
 */
public record Filter(int batch, int channels, int filters, int groups, Window rows, Window columns) {
    public Filter {
        if (channels % groups != 0 || filters % groups != 0) {
            throw new IllegalArgumentException(channels + " channels, " + filters + " filters, " + groups + " groups");
        }
    }

    /** Channels that one filter sees. */
    int channelsEach() {
        return channels / groups;
    }

    /** Filters of one group. */
    int filtersEach() {
        return filters / groups;
    }

    /** Elements of one channel of x. */
    int plane() {
        return Math.multiplyExact(rows.size(), columns.size());
    }

    /** Elements of one filter's part of y. */
    int steps() {
        return Math.multiplyExact(rows.steps(), columns.steps());
    }

    /** Weights that one filter has for one row of its kernel. */
    int weightsOfRow() {
        return Math.multiplyExact(channelsEach(), columns.kernel());
    }

    /** The same filters on so many images. */
    Filter on(int images) {
        return new Filter(images, channels, filters, groups, rows, columns);
    }

    /** Multiplications of the whole convolution. */
    double multiplications() {
        return (double) batch * filters * steps() * weightsOfRow() * rows.kernel();
    }

    /** The filters that compute the gradient of x from that of y, with the kernels turned around; for stride 1. */
    Filter turned() {
        return new Filter(batch, filters, channels, groups, turned(rows), turned(columns));
    }

    boolean dense() {
        return rows.stride() == 1 && columns.stride() == 1;
    }

    /** Whether a row of steps is as long as a row of the image, and all places are one step apart. */
    boolean keepsWidth() {
        return dense() && columns.steps() == columns.size();
    }

    private static Window turned(Window window) {
        int pad = window.dilation() * (window.kernel() - 1) - window.pad();
        return new Window(window.steps(), window.kernel(), 1, pad, window.dilation());
    }
}
