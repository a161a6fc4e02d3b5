package chainrule.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A tape gives the bits that its operations give one by one, and leaves them in the same buffers. */
class ScalarTapeTest {
    private static final int BUFFERS = 12;

    @Test
    void isItsOperationsInTheirOrder() {
        for (Precision precision : Precision.values()) {
            for (int seed = 0; seed < 200; seed++) {
                assertThat(run(precision, seed, true)).isEqualTo(run(precision, seed, false));
            }
        }
    }

    @Test
    void readsItsBuffersAnewEachTime() {
        try (Memory memory = new Memory(Precision.DOUBLE, 1 << 16)) {
            Buffer x = memory.allocate(Shape.scalar());
            Buffer y = memory.allocate(Shape.of(1));
            Kernel tape = new ScalarTape(List.of(new Scalar.Of1(v -> v + 1, x, y), new Scalar.Of1(v -> 2 * v, y, x)));
            tape.run();
            assertThat(x.get(0)).isEqualTo(2);
            x.set(0, 10);
            tape.run();
            assertThat(x.get(0)).isEqualTo(22);
            assertThat(y.get(0)).isEqualTo(11);
        }
    }

    /** A random program over a few buffers, run twice. */
    private static List<Double> run(Precision precision, int seed, boolean taped) {
        Random random = new Random(seed);
        try (Memory memory = new Memory(precision, 1 << 16)) {
            List<Buffer> buffers = new ArrayList<>();
            for (int i = 0; i < BUFFERS; i++) {
                buffers.add(memory.allocate(Shape.scalar()));
                buffers.get(i).set(0, random.nextGaussian());
            }
            List<Scalar> operations = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                operations.add(operation(random, buffers));
            }
            Kernel kernel = taped ? new ScalarTape(operations) : Kernel.sequence(operations.toArray(Kernel[]::new));
            kernel.run();
            kernel.run();
            return buffers.stream().map(b -> b.get(0)).toList();
        }
    }

    private static Scalar operation(Random random, List<Buffer> buffers) {
        Buffer a = any(random, buffers);
        Buffer b = any(random, buffers);
        Buffer c = any(random, buffers);
        Buffer y = any(random, buffers);
        return switch (random.nextInt(4)) {
            case 0 -> new Scalar.Constant(0.1, y);
            case 1 -> new Scalar.Of1(Math::sin, a, y);
            case 2 -> new Scalar.Of2((p, q) -> p - 0.3 * q, a, b, y);
            default -> new Scalar.Of3((p, q, r) -> p * q + r, a, b, c, y);
        };
    }

    private static Buffer any(Random random, List<Buffer> buffers) {
        return buffers.get(random.nextInt(buffers.size()));
    }
}
