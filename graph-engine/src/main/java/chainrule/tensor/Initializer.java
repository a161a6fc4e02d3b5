package chainrule.tensor;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;

/**
 * How a parameter gets its first numbers. Draws are row-major from one {@link Random} per parameter, so they are the
 * same bits everywhere. fan_in is the product of all axes after the first, fan_out the first axis times the axes after
 * the second (Glorot and Bengio 2010; He et al. 2015).
 */
public enum Initializer {
    ZEROS,
    CONSTANT,
    IDENTITY,
    UNIFORM,
    NORMAL,
    XAVIER_UNIFORM,
    XAVIER_NORMAL,
    HE_UNIFORM,
    HE_NORMAL,
    TORCH_LINEAR;

    /** The numbers that only some initialisers read: {@code std}, {@code low}, {@code high}, {@code value}. */
    public record Range(double std, double low, double high, double value) {
        public static Range standard() {
            return new Range(1, -1, 1, 0);
        }
    }

    /** The id in a file, in snake_case. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static List<String> ids() {
        return java.util.Arrays.stream(values()).map(Initializer::id).toList();
    }

    public static Initializer of(String id) {
        return valueOf(id.toUpperCase(java.util.Locale.ROOT));
    }

    /** Whether the numbers depend on a seed. */
    public boolean random() {
        return this != ZEROS && this != CONSTANT && this != IDENTITY;
    }

    /** A tensor of this shape; the same seed gives the same bits. */
    public Tensor draw(Shape shape, long seed, Range range) {
        double[] elements = new double[Math.toIntExact(shape.size())];
        if (this == IDENTITY) {
            int columns = shape.rank() < 2 ? 1 : elements.length / shape.dim(0);
            for (int i = 0; i < elements.length; i++) {
                elements[i] = i / columns == i % columns ? range.value() : 0;
            }
        } else {
            DoubleSupplier next = supplier(shape, new Random(seed), range);
            for (int i = 0; i < elements.length; i++) {
                elements[i] = next.getAsDouble();
            }
        }
        return Tensor.of(shape, elements);
    }

    private DoubleSupplier supplier(Shape shape, Random random, Range range) {
        double in = fanIn(shape);
        double out = fanOut(shape);
        return switch (this) {
            case ZEROS -> () -> 0;
            case CONSTANT, IDENTITY -> range::value;
            case UNIFORM -> uniform(random, range.low(), range.high());
            case NORMAL -> () -> range.std() * random.nextGaussian();
            case XAVIER_UNIFORM -> symmetric(random, Math.sqrt(6 / (in + out)));
            case XAVIER_NORMAL -> scaled(random, Math.sqrt(2 / (in + out)));
            case HE_UNIFORM -> symmetric(random, Math.sqrt(6 / in));
            case HE_NORMAL -> scaled(random, Math.sqrt(2 / in));
            case TORCH_LINEAR -> symmetric(random, 1 / Math.sqrt(in));
        };
    }

    private static DoubleSupplier symmetric(Random random, double bound) {
        return uniform(random, -bound, bound);
    }

    private static DoubleSupplier uniform(Random random, double low, double high) {
        return () -> low + (high - low) * random.nextDouble();
    }

    private static DoubleSupplier scaled(Random random, double std) {
        return () -> std * random.nextGaussian();
    }

    private static double fanIn(Shape shape) {
        return shape.rank() == 0 ? 1 : (double) shape.size() / shape.dim(0);
    }

    private static double fanOut(Shape shape) {
        if (shape.rank() == 0) {
            return 1;
        }
        return shape.rank() == 1 ? shape.dim(0) : (double) shape.size() / shape.dim(1);
    }
}
