package chainrule.kernel;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Random;

/** The vocabulary on memory of a test's own. */
final class Words extends Kernels implements AutoCloseable {
    private final Memory memory;

    Words(Precision precision) {
        this(precision, Engine.LOOPS);
    }

    Words(Precision precision, Engine engine) {
        this.memory = new Memory(precision, 1 << 28, engine);
    }

    @Override
    public Buffer scratch(Shape shape) {
        return memory.allocate(shape);
    }

    Buffer holding(Tensor values) {
        Buffer buffer = memory.allocate(values.shape());
        buffer.load(values);
        return buffer;
    }

    /** Numbers from −3 to 3. */
    Buffer random(Shape shape, long seed) {
        Random random = new Random(seed);
        Buffer buffer = memory.allocate(shape);
        for (int i = 0; i < shape.size(); i++) {
            buffer.set(i, 6 * random.nextDouble() - 3);
        }
        return buffer;
    }

    @Override
    public void close() {
        memory.close();
    }
}
