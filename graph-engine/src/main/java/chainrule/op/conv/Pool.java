package chainrule.op.conv;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Window;
import chainrule.op.Binding;
import chainrule.op.Kink;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;

/** One number for each window of a channel: its largest, or its mean. */
final class Pool {
    static final Param<Long> KERNEL =
            Param.integer("kernel", 2, 1, Images.MOST).explained("How wide and how high a window is.");
    static final Param<Long> STRIDE = Param.integer("stride", 0, 0, Images.MOST)
            .explained("How far the window moves in a step; 0 stands for its own width.");
    static final Param<Long> PAD =
            Param.integer("pad", 0, 0, Images.MOST).explained("How wide a border is laid around x.");

    private final int axes;

    /**
     * @param axes 1 for sequences, 2 for images
     */
    Pool(int axes) {
        this.axes = axes;
    }

    Shape shape(Shapes in) {
        Shape x = Images.of(in, axes);
        if (2 * in.get(PAD) > in.get(KERNEL)) {
            throw in.refusal("Setting pad is %d and kernel is %d: pad should be at most half of it."
                    .formatted(in.get(PAD), in.get(KERNEL)));
        }
        Shape result = x.with(-1, Images.steps(in, window(in.settings(), x, -1)));
        return axes == 1 ? result : result.with(-2, Images.steps(in, window(in.settings(), x, -2)));
    }

    /** y = the largest of each window. */
    Kernel largest(Binding k) {
        return atWinners(k, (y, winner) -> k.out().set(y, k.in(Images.X).get(winner)));
    }

    /** The gradient goes to the winner of each window. */
    Kernel pullLargest(Binding k) {
        Buffer upstream = k.grad();
        Buffer result = k.result();
        Kernel spread = atWinners(k, (y, winner) -> result.set(winner, result.get(winner) + upstream.get(y)));
        return Kernel.sequence(k.fill(0, result), spread);
    }

    /** The tangent is that of the winner of each window. */
    Kernel pushLargest(Binding k) {
        Buffer tangent = k.grad();
        Buffer result = k.result();
        return atWinners(k, (y, winner) -> result.set(y, tangent.get(winner)));
    }

    /** y = the mean of each window of x; a border counts as zeros. */
    Kernel mean(Binding k, Buffer x, Buffer y) {
        int[] from = positions(k);
        int size = from.length / (int) y.size();
        return () -> {
            for (int i = 0; i < y.size(); i++) {
                double sum = 0;
                for (int j = i * size; j < (i + 1) * size; j++) {
                    sum += from[j] < 0 ? 0 : x.get(from[j]);
                }
                y.set(i, sum / size);
            }
        };
    }

    /** The gradient is shared by all elements of a window. */
    Kernel pullMean(Binding k) {
        int[] from = positions(k);
        Buffer shares = k.scratch(Shape.of(from.length));
        Buffer upstream = k.grad();
        int size = from.length / (int) upstream.size();
        Kernel share = () -> {
            for (int i = 0; i < from.length; i++) {
                shares.set(i, upstream.get(i / size) / size);
            }
        };
        return Kernel.sequence(share, k.scatterAdd(shares, from, k.result()));
    }

    /** The slope jumps where another element of a window becomes the largest. */
    Kink kink() {
        return k -> {
            int[] from = positions(k);
            Buffer x = k.in(Images.X);
            Buffer y = k.out();
            int size = from.length / (int) y.size();
            return () -> {
                double[] behind = new double[from.length];
                for (int i = 0; i < from.length; i++) {
                    behind[i] = from[i] < 0 ? -1 : x.get(from[i]) - y.get(i / size);
                }
                return Tensor.vector(behind);
            };
        };
    }

    /** What happens at one window, given the position of its winner in x. */
    private interface Visit {
        void at(long y, int winner);
    }

    private Kernel atWinners(Binding k, Visit visit) {
        int[] from = positions(k);
        Buffer x = k.in(Images.X);
        int size = from.length / (int) k.out().size();
        return () -> {
            for (int i = 0; i * size < from.length; i++) {
                visit.at(i, winner(x, from, i * size, (i + 1) * size));
            }
        };
    }

    /** The position of the largest element, the first in reading order on a tie; NaN is larger than any number. */
    private static int winner(Buffer x, int[] from, int start, int end) {
        int winner = -1;
        for (int i = start; i < end; i++) {
            if (from[i] >= 0 && (winner < 0 || x.get(from[i]) > x.get(winner) || Double.isNaN(x.get(from[i])))) {
                winner = from[i];
            }
        }
        return winner;
    }

    private int[] positions(Binding k) {
        Shape x = k.shape(Images.X);
        Window rows = axes == 1 ? Window.none() : window(k.settings(), x, -2);
        int images = Math.multiplyExact(Images.batch(x, axes), Images.channels(x, axes));
        return new Patches(images, rows, window(k.settings(), x, -1)).byStep();
    }

    private static Window window(Settings settings, Shape x, int axis) {
        int kernel = Math.toIntExact(settings.get(KERNEL));
        int stride = Math.toIntExact(settings.get(STRIDE));
        return new Window(x.dim(axis), kernel, stride == 0 ? kernel : stride, Math.toIntExact(settings.get(PAD)), 1);
    }
}
