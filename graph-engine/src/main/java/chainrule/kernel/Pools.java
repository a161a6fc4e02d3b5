package chainrule.kernel;

/** The kernels of pooling, plane by plane. */
final class Pools {
    private final Pooling pooling;

    Pools(Pooling pooling) {
        this.pooling = pooling;
    }

    /** y = what stands in another plane at the place of the largest x of each window. */
    Kernel takeLargest(Buffer x, Buffer from, Buffer y) {
        Winners winners = Winners.of(pooling, x.precision());
        if (from == x) {
            return () -> {
                for (int plane = 0; plane < pooling.planes(); plane++) {
                    winners.largest(x, plane, y);
                }
            };
        }
        return planes(from, y, (plane, in, out) -> out.take(in, winners.of(x, plane)));
    }

    /** x̄ = the gradient of each window at the place of its largest x. */
    Kernel giveLargest(Buffer x, Buffer grad, Buffer result) {
        Winners winners = Winners.of(pooling, x.precision());
        return planes(grad, result, (plane, in, out) -> out.give(in, winners.of(x, plane)));
    }

    /** y = the mean of each window; the border counts as zeros. */
    Kernel mean(Buffer x, Buffer y) {
        int[] places = pooling.places(-1);
        int area = pooling.area();
        return planes(x, y, (plane, in, out) -> out.average(in, places, area));
    }

    /** x̄ = the gradient of each window, shared by its places. */
    Kernel meanBack(Buffer grad, Buffer result) {
        int[] places = pooling.places(-1);
        int area = pooling.area();
        return planes(grad, result, (plane, in, out) -> out.share(in, places, area));
    }

    private interface Visit {
        void at(int plane, Staging in, Staging out);
    }

    private Kernel planes(Buffer from, Buffer to, Visit visit) {
        int in = Math.toIntExact(from.size() / pooling.planes());
        int out = Math.toIntExact(to.size() / pooling.planes());
        return () -> {
            Staging read = from.blocks().staging(0, from.precision(), in);
            Staging write = from.blocks().staging(1, from.precision(), out);
            for (int plane = 0; plane < pooling.planes(); plane++) {
                read.read(from, (long) plane * in, in);
                write.clear(out);
                visit.at(plane, read, write);
                write.write(to, (long) plane * out, out);
            }
        };
    }
}
