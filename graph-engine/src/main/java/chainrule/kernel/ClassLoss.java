package chainrule.kernel;

import chainrule.tensor.Precision;

/**
 * Cross-entropy of rows of floats, each with the index of its class: softmax and loss at once, and their gradient at once.
 *
 * @param classes the length of a row
 * @param smoothing how much of the target is spread evenly over all classes
 * @param ignored rows of this class do not count
 * @param reduction what becomes of the losses of the rows
 */
public record ClassLoss(int classes, double smoothing, int ignored, Reduction reduction) {
    /** What becomes of the losses of the rows. */
    public enum Reduction {
        APART,
        SUM,
        /** The mean of those rows that count. */
        MEAN
    }

    /** Whether every row has a loss of its own. */
    boolean apart() {
        return reduction == Reduction.APART;
    }

    /** Whether there are such kernels for these rows: of floats, on a memory that loops can reach, none longer than a block. */
    public static boolean fits(Buffer scores, Buffer index) {
        return scores.precision() == Precision.FLOAT
                && !scores.byOperations()
                && scores.size() >= Blocks.WORTHWHILE
                && scores.size() / index.size() <= Blocks.LENGTH;
    }

    /** The softmax of each row of scores, and the loss of its class: one number, or one for each row. */
    public Kernel of(Buffer scores, Buffer index, Buffer shares, Buffer loss) {
        if (!fits(scores, index)) {
            throw new IllegalArgumentException("losses of " + scores.shape() + " in " + scores.precision());
        }
        return new InFloats(this, scores, index, shares, loss);
    }

    /** From the shares and the gradient of the loss to that of the scores. */
    public Kernel back(Buffer shares, Buffer index, Buffer grad, Buffer result) {
        int most = Math.max(1, Blocks.LENGTH / classes) * classes;
        double[] block = new double[(int) Math.min(most, shares.size())];
        return () -> {
            double share = apart() ? 0 : grad.get(0) / divisor(index);
            for (long at = 0; at < shares.size(); at += block.length) {
                int n = (int) Math.min(block.length, shares.size() - at);
                shares.readWide(at, block, n);
                for (int from = 0; from < n; from += classes) {
                    long row = (at + from) / classes;
                    pull(block, from, index.get(row), apart() ? grad.get(row) : share);
                }
                result.writeWide(at, block, n);
            }
        };
    }

    private void pull(double[] block, int from, double index, double grad) {
        boolean counts = counts(index);
        for (int j = 0; j < classes; j++) {
            block[from + j] = counts ? grad * (block[from + j] - target(index, j)) : 0;
        }
    }

    /** What a share should be: 1 at the class and 0 elsewhere, smoothed. */
    private double target(double index, int j) {
        return smoothing / classes + (index == j ? 1 - smoothing : 0);
    }

    private boolean counts(double index) {
        return index != ignored;
    }

    private double divisor(Buffer index) {
        if (reduction != Reduction.MEAN) {
            return 1;
        }
        int count = 0;
        for (long i = 0; i < index.size(); i++) {
            count += counts(index.get(i)) ? 1 : 0;
        }
        return count;
    }

    /** Softmax and loss of whole blocks of rows, whose exponentials are computed once and in a loop that vectorises. */
    private record InFloats(ClassLoss of, Buffer scores, Buffer index, Buffer shares, Buffer loss) implements Kernel {
        @Override
        public void run() {
            Blocks blocks = scores.blocks();
            float[] lowered = blocks.floats(0);
            float[] powers = blocks.floats(1);
            int most = Blocks.LENGTH / of.classes * of.classes;
            double sum = 0;
            for (long at = 0; at < scores.size(); at += most) {
                int n = (int) Math.min(most, scores.size() - at);
                scores.read(at, lowered, n);
                for (int row = 0; row < n; row += of.classes) {
                    lower(lowered, row);
                }
                Floats.exp(lowered, powers, n, blocks);
                for (int row = 0; row < n; row += of.classes) {
                    sum += finish(lowered, powers, row, (at + row) / of.classes);
                }
                shares.write(at, powers, n);
            }
            if (!of.apart()) {
                loss.set(0, sum / of.divisor(index));
            }
        }

        /** Takes the largest score of a row away from all of it. */
        private void lower(float[] x, int row) {
            float most = Float.NEGATIVE_INFINITY;
            for (int i = row; i < row + of.classes; i++) {
                most = Math.max(most, x[i]);
            }
            for (int i = row; i < row + of.classes; i++) {
                x[i] -= most;
            }
        }

        /** Turns the powers of a row into shares and answers its loss. */
        private double finish(float[] lowered, float[] powers, int row, long at) {
            double sum = 0;
            for (int i = row; i < row + of.classes; i++) {
                sum += powers[i];
            }
            float factor = (float) (1 / sum);
            for (int i = row; i < row + of.classes; i++) {
                powers[i] *= factor;
            }
            double c = index.get(at);
            double result = of.counts(c) ? loss(lowered, row, Math.log(sum), (int) c) : 0;
            if (of.apart()) {
                loss.set(at, result);
            }
            return result;
        }

        private double loss(float[] lowered, int row, double log, int c) {
            double result = (1 - of.smoothing) * (log - lowered[row + c]);
            for (int j = 0; j < of.classes && of.smoothing > 0; j++) {
                result += of.smoothing / of.classes * (log - lowered[row + j]);
            }
            return result;
        }
    }
}
