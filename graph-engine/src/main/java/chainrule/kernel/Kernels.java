package chainrule.kernel;

import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The vocabulary that the rules of node types are written in. Each word checks its operands in Java, binds them, and
 * answers a kernel; nothing is computed until it runs.
 */
public abstract class Kernels {
    /** A buffer for what a rule needs in between. */
    public abstract Buffer scratch(Shape shape);

    /** y = f(x), element by element; x is repeated where y is larger and summed where y is smaller. */
    public Kernel map(Unary f, Buffer x, Buffer y) {
        if (y.byOperations()) {
            return Operations.map(f, x, y);
        }
        Unary loop = f.loop();
        if (Scalar.are(x, y)) {
            return new Scalar.Of1(loop, x, y);
        }
        boolean same = x.shape().equals(y.shape());
        if (same && loop == Functions.SAME) {
            return copy(x, y);
        }
        Optional<Kernel> resized = loop == Functions.SAME ? resized(x, y) : Optional.empty();
        if (resized.isPresent()) {
            return resized.get();
        }
        if (y.size() < x.size()) {
            return new Broadcasting(Elementwise.of(loop), y, x).kernel();
        }
        return Pointwise.of(Elements.map(loop, x, y), Pointwise.Body.of(loop), y, x);
    }

    /** y = f(a, b), broadcast; summed where y is smaller. */
    public Kernel zip(Binary f, Buffer a, Buffer b, Buffer y) {
        if (y.byOperations()) {
            return Operations.zip(f, a, b, y);
        }
        Binary loop = f.loop();
        if (Scalar.are(a, b, y)) {
            return new Scalar.Of2(loop, a, b, y);
        }
        return Pointwise.of(Elements.zip(loop, a, b, y), Pointwise.Body.of(loop), y, a, b);
    }

    /** y = f(a, b, c), broadcast; summed where y is smaller. */
    public Kernel zip(Ternary f, Buffer a, Buffer b, Buffer c, Buffer y) {
        if (y.byOperations()) {
            return Operations.zip(f, a, b, c, y);
        }
        Ternary loop = f.loop();
        if (Scalar.are(a, b, c, y)) {
            return new Scalar.Of3(loop, a, b, c, y);
        }
        Kernel alone = new Broadcasting(Elementwise.of(loop), y, a, b, c).kernel();
        return Pointwise.of(alone, Pointwise.Body.of(loop), y, a, b, c);
    }

    /** y = the same numbers as x in the same order; only the sizes must agree. */
    public Kernel copy(Buffer x, Buffer y) {
        if (x.size() != y.size()) {
            throw new IllegalArgumentException("copy of " + x.shape() + " into " + y.shape());
        }
        if (y.byOperations()) {
            return Operations.copy(x, y);
        }
        if (Scalar.are(x, y)) {
            return new Scalar.Of1(Functions.SAME, x, y);
        }
        return Pointwise.of(Elements.copy(x, y), Pointwise.Body.same(), y, x);
    }

    /** y = a number everywhere. */
    public static Kernel filled(double value, Buffer y) {
        return y.byOperations()
                ? Operations.filled(value, y)
                : Scalar.are(y) ? new Scalar.Constant(value, y) : () -> y.fill(value);
    }

    public Kernel fill(double value, Buffer y) {
        return filled(value, y);
    }

    /** y = the next numbers of a source, one for each element in row-major order; others each time it runs. */
    public Kernel draw(DoubleSupplier source, Buffer y) {
        if (y.byOperations()) {
            return Operations.draw(source, y);
        }
        return () -> {
            for (long i = 0; i < y.size(); i++) {
                y.set(i, source.getAsDouble());
            }
        };
    }

    /** y = these numbers; a single one is repeated. */
    public Kernel load(Tensor numbers, Buffer y) {
        if (numbers.size() != 1 && numbers.size() != y.size()) {
            throw new IllegalArgumentException(numbers.shape() + " into " + y.shape());
        }
        if (y.byOperations()) {
            return Operations.load(numbers, y);
        }
        return () -> {
            for (int i = 0; i < y.size(); i++) {
                y.set(i, numbers.at(numbers.size() == 1 ? 0 : i));
            }
        };
    }

    /**
     * Applies a function to each lane of {@code shape} along {@code axes} (0 to rank − 1); each buffer has the shape,
     * or one element a lane.
     */
    public Kernel lanes(Lane f, Shape shape, List<Integer> axes, List<Buffer> inputs, Buffer y) {
        return y.byOperations()
                ? Operations.lanes(f, shape, axes, inputs, y)
                : axes.equals(List.of(shape.rank() - 1))
                        ? Rowwise.of(f.loop(), shape, inputs, y)
                        : Lanes.of(shape, axes).bind(f.loop(), inputs, y);
    }

    /** y[i] = x[from[i]], and 0 where {@code from[i]} is negative. */
    public Kernel gather(Buffer x, int[] from, Buffer y) {
        check(from, y, x);
        if (y.byOperations()) {
            return Operations.gather(x, from, y);
        }
        Stretches stretches = Stretches.of(from);
        return stretches.worthwhile()
                ? stretches.gather(x, y)
                : () -> {
                    for (int i = 0; i < from.length; i++) {
                        y.set(i, from[i] < 0 ? 0 : x.get(from[i]));
                    }
                };
    }

    /** y[to[i]] += x[i] on a y of zeros; elements with a negative {@code to[i]} are dropped. */
    public Kernel scatterAdd(Buffer x, int[] to, Buffer y) {
        check(to, x, y);
        return y.byOperations() ? Operations.scatterAdd(x, to, y) : new Scattering(x, to, y, false);
    }

    /** y[to[i]] = x[i]; the other elements of y stay. */
    public Kernel place(Buffer x, int[] to, Buffer y) {
        check(to, x, y);
        if (y.byOperations()) {
            return Operations.place(x, to, y);
        }
        Stretches stretches = Stretches.of(to);
        return stretches.worthwhile()
                ? stretches.place(x, y)
                : () -> {
                    for (int i = 0; i < to.length; i++) {
                        y.set(to[i], x.get(i));
                    }
                };
    }

    /** The rows of y are those rows of the table whose numbers stand in {@code index} when it runs. */
    public Kernel takeRows(Buffer table, Buffer index, Buffer y) {
        int width = rowWidth(table, index, y);
        if (y.byOperations()) {
            return Operations.takeRows(table, index, y);
        }
        return () -> {
            for (long i = 0; i < y.size(); i++) {
                y.set(i, table.get(row(index, i / width, table) * width + i % width));
            }
        };
    }

    /** On a table of zeros, adds each row of x to that row of the table whose number stands in {@code index}. */
    public Kernel addRows(Buffer x, Buffer index, Buffer table) {
        int width = rowWidth(table, index, x);
        if (x.byOperations()) {
            return Operations.addRows(x, index, table);
        }
        return () -> {
            table.fill(0);
            for (long i = 0; i < x.size(); i++) {
                long at = row(index, i / width, table) * width + i % width;
                table.set(at, table.get(at) + x.get(i));
            }
        };
    }

    /** y = b + x · W where the filters stand, without turning the kernel around; b may be missing. */
    public Kernel convolve(Filter filter, Buffer x, Buffer w, @Nullable Buffer b, Buffer y) {
        return y.byOperations()
                ? Operations.convolve(filter, x, w, b, y)
                : new Convolution(filter, this, y.team()).forward(x, w, b, y);
    }

    /** x = the gradient that comes back to the image of a {@link #convolve convolution} from that of its result. */
    public Kernel convolveBack(Filter filter, Buffer grad, Buffer w, Buffer x) {
        return x.byOperations()
                ? Operations.convolveBack(filter, grad, w, x)
                : new Convolution(filter, this, x.team()).back(grad, w, x);
    }

    /** w = the gradient of the filters of a {@link #convolve convolution} from that of its result. */
    public Kernel convolveWeights(Filter filter, Buffer x, Buffer grad, Buffer w) {
        return w.byOperations()
                ? Operations.convolveWeights(filter, x, grad, w)
                : new Convolution(filter, this, w.team()).weights(x, grad, w);
    }

    /** y = what stands in {@code from} at the place of the largest x of each window. */
    public Kernel takeLargest(Pooling pooling, Buffer x, Buffer from, Buffer y) {
        return y.byOperations()
                ? Operations.takeLargest(pooling, x, from, y)
                : new Pools(pooling).takeLargest(x, from, y);
    }

    /** On zeros, adds the gradient of each window at the place of its largest x. */
    public Kernel giveLargest(Pooling pooling, Buffer x, Buffer grad, Buffer result) {
        return result.byOperations()
                ? Operations.giveLargest(pooling, x, grad, result)
                : new Pools(pooling).giveLargest(x, grad, result);
    }

    /** y = the mean of each window of x; the border counts as zeros. */
    public Kernel windowMean(Pooling pooling, Buffer x, Buffer y) {
        return y.byOperations() ? Operations.windowMean(pooling, x, y) : new Pools(pooling).mean(x, y);
    }

    /** On zeros, adds the gradient of each window in equal shares at its places. */
    public Kernel windowMeanBack(Pooling pooling, Buffer grad, Buffer result) {
        return result.byOperations()
                ? Operations.windowMeanBack(pooling, grad, result)
                : new Pools(pooling).meanBack(grad, result);
    }

    /** The mean and the variance of each channel of a batch. */
    public Kernel moments(Planes planes, Buffer x, Buffer mean, Buffer variance) {
        return x.byOperations()
                ? Operations.moments(planes, x, mean, variance)
                : ChannelKernels.shared(planes, x, kernels -> kernels.moments(x, mean, variance));
    }

    /** y = gamma · n + beta, with one beta for each channel; a beta that is missing is 0. */
    public Kernel normalise(Normalising of, @Nullable Buffer beta, Buffer y) {
        return y.byOperations()
                ? Operations.normalise(of, beta, y)
                : ChannelKernels.shared(of, kernels -> kernels.normalise(of, beta, y));
    }

    /** For each channel the sum of a gradient, and of its products with n; either may be missing. */
    public Kernel normalSums(Normalising of, Buffer grad, @Nullable Buffer sum, @Nullable Buffer products) {
        return grad.byOperations()
                ? Operations.normalSums(of, grad, sum, products)
                : ChannelKernels.shared(of, kernels -> kernels.sums(of, grad, sum, products));
    }

    /** result = gamma · factor · (direction − a − b · n), with one a and one b for each channel. */
    public Kernel normalChange(Normalising of, Buffer direction, Buffer a, Buffer b, Buffer result) {
        return result.byOperations()
                ? Operations.normalChange(of, direction, a, b, result)
                : ChannelKernels.shared(of, kernels -> kernels.change(of, direction, a, b, result));
    }

    /** y = the softmax of each row of x; a score counts where {@code allowed}, if there is one, is not 0. */
    public Kernel softmax(Shares shares, Buffer x, @Nullable Buffer allowed, Buffer y) {
        return y.byOperations() ? Operations.softmax(shares, x, allowed, y) : shares.of(this, x, allowed, y);
    }

    /** From softmax y and a direction, of it or of the scaled scores, to how the other moves: scale · y · (d − Σ y · d). */
    public Kernel softmaxChange(Shares shares, Buffer y, Buffer direction, Buffer result) {
        return y.byOperations()
                ? Operations.softmaxChange(shares, y, direction, result)
                : shares.change(this, y, direction, result);
    }

    /** c = a·b, by BLAS. */
    public Kernel gemm(Matrix a, Matrix b, Matrix c) {
        return c.buffer().byOperations() ? Operations.gemm(a, b, c) : new Gemm(a, b, false, c);
    }

    /** c += a·b, by BLAS. */
    public Kernel gemmAdding(Matrix a, Matrix b, Matrix c) {
        return c.buffer().byOperations() ? Operations.gemmAdding(a, b, c) : new Gemm(a, b, true, c);
    }

    /** sum += x; equal shapes. */
    public static Kernel accumulate(Buffer x, Buffer sum) {
        if (!x.shape().equals(sum.shape())) {
            throw new IllegalArgumentException("adding " + x.shape() + " to " + sum.shape());
        }
        if (sum.byOperations()) {
            return Operations.accumulate(x, sum);
        }
        if (Scalar.are(x, sum)) {
            return new Scalar.Of2((a, b) -> b + a, x, sum, sum);
        }
        return Pointwise.of(Elements.accumulate(x, sum), Pointwise.Body.of(Pairs.PLUS), sum, sum, x);
    }

    /** The sums of x where y is smaller, by BLAS where that does it; x again and again where y is larger. */
    private Optional<Kernel> resized(Buffer x, Buffer y) {
        if (x.size() < y.size()) {
            return Strips.of(y.shape(), x.shape()).map(strips -> strips.repeated(x, y));
        }
        return ColumnSums.fits(x, y) ? Optional.of(ColumnSums.of(this, x, y)) : RowSums.of(this, x, y);
    }

    private static int rowWidth(Buffer table, Buffer index, Buffer rows) {
        int width = table.shape().dim(-1);
        if (table.shape().rank() != 2 || index.size() * width != rows.size()) {
            throw new IllegalArgumentException(rows.shape() + " for rows of " + table.shape() + " at " + index.shape());
        }
        return width;
    }

    private static long row(Buffer index, long position, Buffer table) {
        long row = (long) index.get(position);
        if (row < 0 || row >= table.shape().dim(0)) {
            throw new IndexOutOfBoundsException("row " + row + " of " + table.shape());
        }
        return row;
    }

    private static void check(int[] index, Buffer indexed, Buffer other) {
        if (index.length != indexed.size()) {
            throw new IllegalArgumentException(index.length + " positions for " + indexed.shape());
        }
        for (int i : index) {
            if (i >= other.size()) {
                throw new IllegalArgumentException("position " + i + " in " + other.shape());
            }
        }
    }
}
