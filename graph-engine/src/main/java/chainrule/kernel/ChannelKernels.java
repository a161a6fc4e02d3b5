package chainrule.kernel;

import org.jspecify.annotations.Nullable;

/** The kernels of normalisation by channel. */
final class ChannelKernels {
    private final Planes planes;
    private final ChannelSweep sweep;
    private final Staging block;
    private final Staging other;
    private final Staging[] first;
    private final Staging[] second;
    private final Staging[] third;
    private final Staging[] fourth;
    private final Staging[] fifth;

    ChannelKernels(Planes planes, Buffer x) {
        this.planes = planes;
        this.sweep = new ChannelSweep(planes, x.precision());
        this.block = sweep.block();
        this.other = sweep.block();
        this.first = sweep.arrays();
        this.second = sweep.arrays();
        this.third = sweep.arrays();
        this.fourth = sweep.arrays();
        this.fifth = sweep.arrays();
    }

    Kernel moments(Buffer x, Buffer mean, Buffer variance) {
        double each = planes.each();
        return () -> {
            sweep.run(
                    (from, to) -> sweep.clear(first),
                    (start, at, n) -> {
                        block.read(x, start, n);
                        first[at].plus(block, n);
                    },
                    (from, to) -> store(first, from, to, each, mean));
            sweep.run(
                    (from, to) -> {
                        sweep.clear(first);
                        sweep.repeat(mean::get, from, to, second);
                    },
                    (start, at, n) -> {
                        block.read(x, start, n);
                        block.minus(second[at], n);
                        first[at].plusProducts(block, block, n);
                    },
                    (from, to) -> store(first, from, to, each, variance));
        };
    }

    /** y = gamma · n + beta; a beta that is missing is 0. */
    Kernel normalise(Normalising of, @Nullable Buffer beta, Buffer y) {
        return () -> sweep.run(
                (from, to) -> {
                    sweep.repeat(of.centre()::get, from, to, first);
                    sweep.repeat(of.factor()::get, from, to, second);
                    sweep.repeat(of.gamma()::get, from, to, third);
                    if (beta != null) {
                        sweep.repeat(beta::get, from, to, fourth);
                    }
                },
                (start, at, n) -> {
                    normal(of, start, at, n);
                    block.times(third[at], n);
                    if (beta != null) {
                        block.plus(fourth[at], n);
                    }
                    block.write(y, start, n);
                },
                (from, to) -> {});
    }

    /** For each channel the sum of the gradient, and of its products with n; either may be missing. */
    Kernel sums(Normalising of, Buffer grad, @Nullable Buffer sum, @Nullable Buffer products) {
        return () -> sweep.run(
                (from, to) -> {
                    sweep.repeat(of.centre()::get, from, to, first);
                    sweep.repeat(of.factor()::get, from, to, second);
                    sweep.clear(third);
                    sweep.clear(fourth);
                },
                (start, at, n) -> {
                    other.read(grad, start, n);
                    third[at].plus(other, n);
                    if (products != null) {
                        normal(of, start, at, n);
                        fourth[at].plusProducts(block, other, n);
                    }
                },
                (from, to) -> {
                    if (sum != null) {
                        store(third, from, to, 1, sum);
                    }
                    if (products != null) {
                        store(fourth, from, to, 1, products);
                    }
                });
    }

    /** From a direction to how gamma · n moves: gamma · factor · (d − a − b · n), a and b one number for each channel. */
    Kernel change(Normalising of, Buffer direction, Buffer a, Buffer b, Buffer result) {
        return () -> sweep.run(
                (from, to) -> {
                    sweep.repeat(of.centre()::get, from, to, first);
                    sweep.repeat(of.factor()::get, from, to, second);
                    sweep.repeat(a::get, from, to, third);
                    sweep.repeat(b::get, from, to, fourth);
                    sweep.repeat(c -> of.gamma().get(c) * of.factor().get(c), from, to, fifth);
                },
                (start, at, n) -> {
                    normal(of, start, at, n);
                    block.times(fourth[at], n);
                    other.read(direction, start, n);
                    other.minus(block, n);
                    other.minus(third[at], n);
                    other.times(fifth[at], n);
                    other.write(result, start, n);
                },
                (from, to) -> {});
    }

    /** n of a block, in {@link #block}. */
    private void normal(Normalising of, long start, int at, int n) {
        block.read(of.x(), start, n);
        block.minus(first[at], n);
        block.times(second[at], n);
    }

    private void store(Staging[] gathered, int from, int to, double divisor, Buffer result) {
        for (int c = from; c < to; c++) {
            result.set(c, sweep.sum(gathered, c) / divisor);
        }
    }
}
