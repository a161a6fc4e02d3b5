package chainrule.kernel;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Allocates ND4J memory within a budget and frees all of it at once. One thread at a time. */
public final class Memory implements AutoCloseable {
    private final Precision precision;
    private final long budget;
    private final List<INDArray> owned = new ArrayList<>();
    private long used;

    /**
     * @param budget bytes that may be allocated in all
     */
    public Memory(Precision precision, long budget) {
        this.precision = precision;
        this.budget = budget;
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
        long bytes = Math.multiplyExact(shape.size(), (long) precision.bytes());
        if (bytes > budget - used) {
            throw new IllegalStateException(bytes + " bytes asked for, " + (budget - used) + " left");
        }
        DataType type = precision == Precision.DOUBLE ? DataType.DOUBLE : DataType.FLOAT;
        INDArray array = Nd4j.create(type, shape.size());
        owned.add(array);
        used += bytes;
        return new Buffer(array, shape, precision);
    }

    public long used() {
        return used;
    }

    /** Starts the native engine, which takes up to a few seconds the first time; later calls return at once. */
    public static void warmUp() {
        try (Memory memory = new Memory(Precision.DOUBLE, 1024)) {
            memory.allocate(Shape.of(2)).fill(1);
        }
    }

    @Override
    public void close() {
        owned.forEach(INDArray::close);
        owned.clear();
        used = 0;
    }
}
