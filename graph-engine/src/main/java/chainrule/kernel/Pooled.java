package chainrule.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** y = the largest x of each window; where wanted max(0, x) is written before, and x is taken from there. */
final class Pooled implements OnImages {
    private final Pooling pooling;
    private final Buffer x;
    private final @Nullable Buffer rectified;
    private final Buffer y;
    private final Kernel kernel;

    private Pooled(Pooling pooling, Buffer x, @Nullable Buffer rectified, Buffer y) {
        this.pooling = pooling;
        this.x = x;
        this.rectified = rectified;
        this.y = y;
        this.kernel = Pools.shared(pooling, x, planes -> {
            Work work = onPlanes();
            return () -> work.run(planes.from(), planes.to());
        });
    }

    static Pooled of(Pooling pooling, Buffer x, Buffer y) {
        return new Pooled(pooling, x, null, y);
    }

    /** max(0, x) and then this as one kernel; empty where that is not what stands before it. */
    Optional<Pooled> after(Pointwise before) {
        return before.argumentOf(Functions.RELU)
                .filter(argument -> rectified == null && before.result() == x)
                .map(argument -> new Pooled(pooling, argument, x, y));
    }

    @Override
    public void run() {
        kernel.run();
    }

    @Override
    public boolean follows(Buffer written, int batch) {
        return x == written && pooling.planes() % batch == 0;
    }

    @Override
    public Buffer result() {
        return y;
    }

    @Override
    public Work work(int batch) {
        int each = pooling.planes() / batch;
        Work planes = onPlanes();
        return (from, to) -> planes.run(from * each, to * each);
    }

    private Work onPlanes() {
        Winners winners = Winners.of(pooling, x.precision());
        boolean quads = rectified == null ? Quads.fit(pooling, x) : Quads.fit(pooling, x, rectified);
        return quads ? byQuads(new Quads(pooling), winners) : byWinners(winners);
    }

    private Work byWinners(Winners winners) {
        Rectifier rectifier = Rectifier.of(x.precision(), rectified == null ? 0 : pooling.plane());
        return (from, to) -> {
            for (int plane = from; plane < to; plane++) {
                if (rectified != null) {
                    rectifier.forward(x, rectified, plane);
                }
                winners.largest(rectified == null ? x : rectified, plane, y);
            }
        };
    }

    private Work byQuads(Quads quads, Winners winners) {
        return (from, to) -> {
            for (int plane = from; plane < to; plane++) {
                quads.read(x, plane);
                if (rectified != null) {
                    quads.rectify(rectified, plane);
                }
                if (!quads.largest(y, plane)) {
                    winners.largest(rectified == null ? x : rectified, plane, y);
                }
            }
        };
    }
}
