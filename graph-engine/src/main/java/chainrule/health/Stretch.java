package chainrule.health;

/** The largest factor by which a matrix stretches a vector: its largest singular value, by Jacobi rotations of columns. */
final class Stretch {
    private static final int MOST_ROUNDS = 60;
    private static final double PRECISE = 1e-13;

    private Stretch() {}

    /**
     * @param rows at least one, all of the same length
     * @return NaN where an element is not finite
     */
    static double of(double[][] rows) {
        int columns = rows[0].length;
        double[][] turned = new double[columns][rows.length];
        double scale = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j][i] = rows[i][j];
                scale = Math.max(scale, Math.abs(rows[i][j]));
                if (!Double.isFinite(rows[i][j])) {
                    return Double.NaN;
                }
            }
        }
        if (scale == 0) {
            return 0;
        }
        for (double[] column : turned) {
            for (int i = 0; i < column.length; i++) {
                column[i] /= scale;
            }
        }
        boolean turning = true;
        for (int round = 0; round < MOST_ROUNDS && turning; round++) {
            turning = turn(turned);
        }
        double largest = 0;
        for (double[] column : turned) {
            largest = Math.max(largest, dot(column, column));
        }
        return scale * Math.sqrt(largest);
    }

    /** Makes every two columns perpendicular once; answers whether some were not. */
    private static boolean turn(double[][] columns) {
        boolean turned = false;
        for (int p = 0; p < columns.length; p++) {
            for (int q = p + 1; q < columns.length; q++) {
                turned |= turn(columns[p], columns[q]);
            }
        }
        return turned;
    }

    private static boolean turn(double[] first, double[] second) {
        double across = dot(first, second);
        double a = dot(first, first);
        double b = dot(second, second);
        if (Math.abs(across) <= PRECISE * Math.sqrt(a * b)) {
            return false;
        }
        double half = (b - a) / (2 * across);
        double tangent = Math.copySign(1, half) / (Math.abs(half) + Math.hypot(1, half));
        double cosine = 1 / Math.hypot(1, tangent);
        double sine = cosine * tangent;
        for (int i = 0; i < first.length; i++) {
            double x = first[i];
            first[i] = cosine * x - sine * second[i];
            second[i] = sine * x + cosine * second[i];
        }
        return true;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
