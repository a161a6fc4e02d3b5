package chainrule.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The gradient of each window at the place of its largest x, and 0 elsewhere; where wanted another buffer gets the same
 * where what stood before a rectifier is positive.
 */
final class GivenBack implements Kernel {
    private final Pooling pooling;
    private final Buffer x;
    private final Buffer grad;
    private final Buffer result;
    private final @Nullable Slope slope;
    private final Kernel kernel;

    /** y = the gradient where x is positive. */
    private record Slope(Buffer x, Buffer y) {}

    private GivenBack(Pooling pooling, Buffer x, Buffer grad, Buffer result, @Nullable Slope slope) {
        this.pooling = pooling;
        this.x = x;
        this.grad = grad;
        this.result = result;
        this.slope = slope;
        this.kernel = Pools.shared(pooling, x, this::planes);
    }

    static GivenBack of(Pooling pooling, Buffer x, Buffer grad, Buffer result) {
        return new GivenBack(pooling, x, grad, result, null);
    }

    /** Whether this and a kernel can be one: it takes the gradient from here past a rectifier, and overwrites nothing. */
    boolean goesOnWith(Kernel next) {
        return slope == null
                && next instanceof Pointwise pointwise
                && pointwise.secondOf(Pairs.RELU_SLOPE).filter(result::equals).isPresent()
                && !pointwise.result().overlaps(x)
                && !pointwise.result().overlaps(grad)
                && !pointwise.result().overlaps(result);
    }

    GivenBack with(Pointwise next) {
        Buffer before = next.firstOf(Pairs.RELU_SLOPE).orElseThrow();
        return new GivenBack(pooling, x, grad, result, new Slope(before, next.result()));
    }

    @Override
    public void run() {
        kernel.run();
    }

    private Kernel planes(Together.Range planes) {
        Visit byWinners = byWinners();
        Visit visit = inQuads() ? byQuads(new Quads(pooling), byWinners) : byWinners;
        return () -> {
            for (int plane = planes.from(); plane < planes.to(); plane++) {
                visit.at(plane);
            }
        };
    }

    private interface Visit {
        void at(int plane);
    }

    private boolean inQuads() {
        return slope == null ? Quads.fit(pooling, x, result) : Quads.fit(pooling, x, result, slope.x, slope.y);
    }

    private Visit byWinners() {
        Winners winners = Winners.of(pooling, x.precision());
        int size = pooling.plane();
        Rectifier rectifier = Rectifier.of(x.precision(), slope == null ? 0 : size);
        return plane -> {
            Staging read = grad.blocks().staging(0, grad.precision(), pooling.steps());
            Staging write = grad.blocks().staging(1, grad.precision(), size);
            read.read(grad, (long) plane * pooling.steps(), pooling.steps());
            write.clear(size);
            write.give(read, winners.of(x, plane));
            write.write(result, (long) plane * size, size);
            if (slope != null) {
                rectifier.back(slope.x, result, slope.y, plane);
            }
        };
    }

    private Visit byQuads(Quads quads, Visit byWinners) {
        return plane -> {
            quads.read(x, plane);
            if (!quads.give(grad, plane)) {
                byWinners.at(plane);
                return;
            }
            quads.write(result, plane);
            if (slope != null) {
                quads.writeWherePositive(slope.x, slope.y, plane);
            }
        };
    }
}
