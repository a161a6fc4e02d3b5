package chainrule.kernel;

import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
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

    ChannelKernels(Planes planes, Together.Range channels, Buffer x) {
        this.planes = planes;
        this.sweep = new ChannelSweep(planes, channels, x.precision());
        this.block = sweep.block();
        this.other = sweep.block();
        this.first = sweep.arrays();
        this.second = sweep.arrays();
        this.third = sweep.arrays();
        this.fourth = sweep.arrays();
    }

    /** Each thread takes some of the channels. */
    static Kernel shared(Planes planes, Buffer x, Function<ChannelKernels, Kernel> kernel) {
        return ChannelSweep.shared(planes, x, channels -> kernel.apply(new ChannelKernels(planes, channels, x)));
    }

    static Kernel shared(Normalising of, Function<ChannelKernels, Kernel> kernel) {
        return shared(of.planes(), of.x(), kernel);
    }

    Kernel moments(Buffer x, Buffer mean, Buffer variance) {
        double each = planes.each();
        IntToDoubleFunction share = c -> 1 / each;
        IntToDoubleFunction centre = mean::get;
        ChannelSweep.Pass centres = new ChannelSweep.Pass(
                (from, to) -> sweep.clear(first),
                (start, at, n) -> {
                    block.read(x, start, n);
                    first[at].plus(block, n);
                },
                (from, to) -> store(first, from, to, share, mean));
        ChannelSweep.Pass spreads = new ChannelSweep.Pass(
                (from, to) -> {
                    sweep.clear(first);
                    sweep.repeat(centre, from, to, second);
                },
                (start, at, n) -> {
                    block.read(x, start, n);
                    first[at].plusSquares(block, second[at], n);
                },
                (from, to) -> store(first, from, to, share, variance));
        return () -> sweep.run(centres, spreads);
    }

    /** y = gamma · n + beta; a beta that is missing is 0. */
    Kernel normalise(Normalising of, @Nullable Buffer beta, Buffer y) {
        IntToDoubleFunction centre = of.centre()::get;
        IntToDoubleFunction scale = c -> of.factor().get(c) * of.gamma().get(c);
        IntToDoubleFunction shift = c -> beta == null ? 0 : beta.get(c);
        ChannelSweep.Pass pass = new ChannelSweep.Pass(
                (from, to) -> {
                    sweep.repeat(centre, from, to, first);
                    sweep.repeat(scale, from, to, second);
                    sweep.repeat(shift, from, to, third);
                },
                (start, at, n) -> {
                    block.read(of.x(), start, n);
                    block.normalise(first[at], second[at], third[at], n);
                    block.write(y, start, n);
                },
                (from, to) -> {});
        return () -> sweep.run(pass);
    }

    /** For each channel the sum of the gradient, and of its products with n; either may be missing. */
    Kernel sums(Normalising of, Buffer grad, @Nullable Buffer sum, @Nullable Buffer products) {
        IntToDoubleFunction centre = of.centre()::get;
        IntToDoubleFunction factor = of.factor()::get;
        IntToDoubleFunction one = c -> 1;
        ChannelSweep.Pass pass = new ChannelSweep.Pass(
                (from, to) -> {
                    sweep.repeat(centre, from, to, first);
                    sweep.clear(third);
                    sweep.clear(fourth);
                },
                (start, at, n) -> {
                    other.read(grad, start, n);
                    third[at].plus(other, n);
                    if (products != null) {
                        block.read(of.x(), start, n);
                        fourth[at].plusProducts(other, block, first[at], n);
                    }
                },
                (from, to) -> {
                    if (sum != null) {
                        store(third, from, to, one, sum);
                    }
                    if (products != null) {
                        store(fourth, from, to, factor, products);
                    }
                });
        return () -> sweep.run(pass);
    }

    /** From a direction to how gamma · n moves: gamma · factor · (d − a − b · n), a and b one number for each channel. */
    Kernel change(Normalising of, Buffer direction, Buffer a, Buffer b, Buffer result) {
        IntToDoubleFunction centre = of.centre()::get;
        IntToDoubleFunction slope = c -> b.get(c) * of.factor().get(c);
        IntToDoubleFunction offset = a::get;
        IntToDoubleFunction scale = c -> of.gamma().get(c) * of.factor().get(c);
        Staging[][] by = new Staging[first.length][];
        for (int i = 0; i < by.length; i++) {
            by[i] = new Staging[] {first[i], second[i], third[i], fourth[i]};
        }
        ChannelSweep.Pass pass = new ChannelSweep.Pass(
                (from, to) -> {
                    sweep.repeat(centre, from, to, first);
                    sweep.repeat(slope, from, to, second);
                    sweep.repeat(offset, from, to, third);
                    sweep.repeat(scale, from, to, fourth);
                },
                (start, at, n) -> {
                    block.read(of.x(), start, n);
                    other.read(direction, start, n);
                    other.change(block, by[at], n);
                    other.write(result, start, n);
                },
                (from, to) -> {});
        return () -> sweep.run(pass);
    }

    private void store(Staging[] gathered, int from, int to, IntToDoubleFunction share, Buffer result) {
        for (int channel = from; channel < to; channel++) {
            result.set(channel, sweep.sum(gathered, channel) * share.applyAsDouble(channel));
        }
    }
}
