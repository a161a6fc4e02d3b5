package chainrule.op.conv;

import chainrule.kernel.Window;

/**
 * What a kernel reads of a batch of images as it slides over them.
 *
 * @param images how many channels of all images there are together
 * @param rows how it slides from top to bottom
 * @param columns how it slides from left to right
 */
record Patches(int images, Window rows, Window columns) {
    /** Steps over one channel. */
    int steps() {
        return Math.multiplyExact(rows.steps(), columns.steps());
    }

    /** Places that the kernel reads in one step. */
    int area() {
        return Math.multiplyExact(rows.kernel(), columns.kernel());
    }

    /** Positions in the images, −1 in the border: for each channel and each step all places of the kernel. */
    int[] byStep() {
        int[] result = new int[length()];
        int at = 0;
        for (int image = 0; image < images; image++) {
            for (int step = 0; step < steps(); step++) {
                for (int place = 0; place < area(); place++) {
                    result[at++] = position(image, step, place);
                }
            }
        }
        return result;
    }

    private int length() {
        return Math.multiplyExact(images, Math.multiplyExact(area(), steps()));
    }

    private int position(int image, int step, int place) {
        int row = rows.place(step / columns.steps(), place / columns.kernel());
        int column = columns.place(step % columns.steps(), place % columns.kernel());
        return rows.inside(row) && columns.inside(column) ? (image * rows.size() + row) * columns.size() + column : -1;
    }
}
