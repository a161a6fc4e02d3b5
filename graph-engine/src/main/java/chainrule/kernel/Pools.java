package chainrule.kernel;

import java.util.function.Function;

/** The kernels of pooling, plane by plane. */
final class Pools {
    /** Elements from which on it pays to share the planes among threads. */
    private static final long SHARED_FROM = 1 << 14;

    private final Pooling pooling;

    Pools(Pooling pooling) {
        this.pooling = pooling;
    }

    /** y = what stands in another plane at the place of the largest x of each window. */
    Kernel takeLargest(Buffer x, Buffer from, Buffer y) {
        return from == x ? Pooled.of(pooling, x, y) : shared(x, part -> part.takeLargest(x, from, y));
    }

    /** x̄ = the gradient of each window at the place of its largest x. */
    Kernel giveLargest(Buffer x, Buffer grad, Buffer result) {
        return GivenBack.of(pooling, x, grad, result);
    }

    /** y = the mean of each window; the border counts as zeros. */
    Kernel mean(Buffer x, Buffer y) {
        int[] places = pooling.places(-1);
        int area = pooling.area();
        return shared(x, part -> part.staged(x, y, (plane, in, out) -> out.average(in, places, area)));
    }

    /** x̄ = the gradient of each window, shared by its places. */
    Kernel meanBack(Buffer grad, Buffer result) {
        int[] places = pooling.places(-1);
        int area = pooling.area();
        return shared(result, part -> part.staged(grad, result, (plane, in, out) -> out.share(in, places, area)));
    }

    private Kernel shared(Buffer x, Function<Some, Kernel> kernel) {
        return shared(pooling, x, planes -> kernel.apply(new Some(pooling, planes)));
    }

    /** Each thread takes some of the planes. */
    static Kernel shared(Pooling pooling, Buffer x, Together.Cut kernel) {
        return x.size() < SHARED_FROM
                ? kernel.kernel(new Together.Range(0, pooling.planes()))
                : Together.cut(x.team(), pooling.planes(), 1, kernel);
    }

    private interface Visit {
        void at(int plane, Staging in, Staging out);
    }

    /** Some of the planes. */
    private record Some(Pooling pooling, Together.Range planes) {
        Kernel takeLargest(Buffer x, Buffer from, Buffer y) {
            Winners winners = Winners.of(pooling, x.precision());
            return staged(from, y, (plane, in, out) -> out.take(in, winners.of(x, plane)));
        }

        Kernel staged(Buffer from, Buffer to, Visit visit) {
            int in = Math.toIntExact(from.size() / pooling.planes());
            int out = Math.toIntExact(to.size() / pooling.planes());
            return () -> {
                Staging read = from.blocks().staging(0, from.precision(), in);
                Staging write = from.blocks().staging(1, from.precision(), out);
                for (int plane = planes.from(); plane < planes.to(); plane++) {
                    read.read(from, (long) plane * in, in);
                    write.clear(out);
                    visit.at(plane, read, write);
                    write.write(to, (long) plane * out, out);
                }
            };
        }
    }
}
