package chainrule.kernel;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Allocates ND4J memory within a budget and frees all of it at once. One thread at a time. */
public final class Memory implements AutoCloseable {
    /** Buffers of more elements have an array of their own. */
    private static final long MOST_SHARED = 1 << 14;

    private static final long FIRST_SLAB = 1 << 10;
    private static final long LARGEST_SLAB = 1 << 18;

    private final Precision precision;
    private final long budget;
    private final Slab.Resources resources;
    private final List<Slab> owned = new ArrayList<>();
    private @Nullable Slab open;
    private long next = FIRST_SLAB;
    private long used;
    private long reserved;

    /**
     * @param budget bytes that may be allocated in all
     */
    public Memory(Precision precision, long budget) {
        this(precision, budget, Engine.standard());
    }

    /**
     * @param budget bytes that may be allocated in all
     * @param engine what computes on this memory
     */
    public Memory(Precision precision, long budget, Engine engine) {
        this(precision, budget, engine, false);
    }

    private Memory(Precision precision, long budget, Engine engine, boolean planned) {
        this.precision = precision;
        this.budget = budget;
        Stop stop = new Stop();
        this.resources = new Slab.Resources(
                new Blocks(),
                new Extras(),
                engine,
                stop,
                engine == Engine.LOOPS ? Team.standard(stop) : new Team(1, stop),
                planned);
    }

    /** A memory without memory: what is bound to it can be counted, and not run. */
    public static Memory planned(Precision precision) {
        return new Memory(precision, Long.MAX_VALUE, Engine.LOOPS, true);
    }

    public Precision precision() {
        return precision;
    }

    /**
     * A new buffer of zeros.
     *
     * @throws IllegalStateException where the budget does not allow it; plans check their need before they allocate
     */
    public Buffer allocate(Shape shape) {
        count(shape.size());
        Slab slab = shape.size() > MOST_SHARED ? made(shape.size()) : shared(shape.size());
        return new Buffer(slab, slab.take(shape.size()), shape);
    }

    /**
     * New buffers of zeros that lie one after the other without gaps.
     *
     * @throws IllegalStateException where the budget does not allow it
     */
    public Row allocateRow(List<Shape> shapes) {
        long size = shapes.stream().mapToLong(Shape::size).reduce(0, Math::addExact);
        if (size == 0) {
            return new Row(null, List.of());
        }
        count(size);
        Slab slab = made(size);
        Buffer whole = new Buffer(slab, 0, Shape.of(Math.toIntExact(size)));
        List<Buffer> parts = new ArrayList<>();
        for (Shape shape : shapes) {
            parts.add(new Buffer(slab, slab.takeNext(shape.size()), shape));
        }
        return new Row(whole, parts);
    }

    /** Whether this memory only {@linkplain #planned counts}. */
    public boolean isPlanned() {
        return resources.planned();
    }

    /** Bytes that were allocated for buffers, the room between and behind them included. */
    public long reserved() {
        return reserved + resources.extras().bytes();
    }

    /** What ends work on this memory before it is done. */
    public Stop stop() {
        return resources.stop();
    }

    /** Bytes that were taken, those that operations need beside buffers included. */
    public long used() {
        return used + resources.extras().bytes();
    }

    /** Starts the native engine, which takes up to a few seconds the first time; later calls return at once. */
    public static void warmUp() {
        try (Memory memory = new Memory(Precision.DOUBLE, 1024)) {
            memory.allocate(Shape.of(2)).fill(1);
        }
    }

    @Override
    public void close() {
        owned.forEach(slab -> slab.array().close());
        owned.clear();
        resources.extras().close();
        resources.team().close();
        open = null;
        used = 0;
        reserved = 0;
    }

    private void count(long elements) {
        long bytes = Math.multiplyExact(elements, (long) precision.bytes());
        if (bytes > budget - used) {
            throw new IllegalStateException(bytes + " bytes asked for, " + (budget - used) + " left");
        }
        used += bytes;
    }

    private Slab shared(long elements) {
        Slab slab = open;
        if (slab == null || !slab.fits(elements)) {
            slab = made(Math.max(next, elements));
            next = Math.min(LARGEST_SLAB, next * 2);
            open = slab;
        }
        return slab;
    }

    private Slab made(long elements) {
        Slab slab = new Slab(precision, elements, resources);
        owned.add(slab);
        reserved += Math.multiplyExact(elements, (long) precision.bytes());
        return slab;
    }
}
