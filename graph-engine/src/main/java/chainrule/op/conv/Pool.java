package chainrule.op.conv;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Pooling;
import chainrule.kernel.Window;
import chainrule.language.Phrases;
import chainrule.op.Binding;
import chainrule.op.Kink;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;

/** One number for each window of a channel: its largest, or its mean. */
final class Pool {
    private static final Phrases WORDS = Phrases.of(Pool.class);

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
            throw in.refusal(WORDS.text("pool.padKernelPadAtMost", in.get(PAD), in.get(KERNEL)));
        }
        Shape result = x.with(-1, Images.steps(in, window(in.settings(), x, -1)));
        return axes == 1 ? result : result.with(-2, Images.steps(in, window(in.settings(), x, -2)));
    }

    /** y = the largest of each window. */
    Kernel largest(Binding k) {
        return k.takeLargest(pooling(k), k.in(Images.X), k.in(Images.X), k.out());
    }

    /** The gradient goes to the winner of each window. */
    Kernel pullLargest(Binding k) {
        return k.giveLargest(pooling(k), k.in(Images.X), k.grad(), k.result());
    }

    /** The tangent is that of the winner of each window. */
    Kernel pushLargest(Binding k) {
        return k.takeLargest(pooling(k), k.in(Images.X), k.grad(), k.result());
    }

    /** y = the mean of each window of x; a border counts as zeros. */
    Kernel mean(Binding k, Buffer x, Buffer y) {
        return k.windowMean(pooling(k), x, y);
    }

    /** The gradient is shared by all elements of a window. */
    Kernel pullMean(Binding k) {
        return k.windowMeanBack(pooling(k), k.grad(), k.result());
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

    /** Where each window of all planes reads in x, −1 in the border. */
    private int[] positions(Binding k) {
        Pooling pooling = pooling(k);
        int[] one = pooling.places(-1);
        int plane = Math.toIntExact(k.in(Images.X).size() / pooling.planes());
        int[] all = new int[Math.multiplyExact(one.length, pooling.planes())];
        for (int i = 0; i < all.length; i++) {
            int place = one[i % one.length];
            all[i] = place < 0 ? -1 : i / one.length * plane + place;
        }
        return all;
    }

    private Pooling pooling(Binding k) {
        Shape x = k.shape(Images.X);
        Window rows = axes == 1 ? Window.none() : window(k.settings(), x, -2);
        int planes = Math.multiplyExact(Images.batch(x, axes), Images.channels(x, axes));
        return new Pooling(planes, rows, window(k.settings(), x, -1));
    }

    private static Window window(Settings settings, Shape x, int axis) {
        int kernel = Math.toIntExact(settings.get(KERNEL));
        int stride = Math.toIntExact(settings.get(STRIDE));
        return new Window(x.dim(axis), kernel, stride == 0 ? kernel : stride, Math.toIntExact(settings.get(PAD)), 1);
    }
}
