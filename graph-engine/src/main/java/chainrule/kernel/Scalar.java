package chainrule.kernel;

import java.util.List;

/**
 * One operation on single numbers: a function of up to three buffers of one element each, written to another. It runs
 * alone, or with others on a {@link ScalarTape}.
 */
public sealed interface Scalar extends Kernel {
    /** What is read, in the order of the function's arguments. */
    List<Buffer> operands();

    /** What is written. */
    Buffer result();

    /** Whether all of these hold a single number. */
    static boolean are(Buffer... buffers) {
        for (Buffer buffer : buffers) {
            if (buffer.size() != 1) {
                return false;
            }
        }
        return true;
    }

    /** y = a number. */
    record Constant(double value, Buffer result) implements Scalar {
        @Override
        public List<Buffer> operands() {
            return List.of();
        }

        @Override
        public void run() {
            result.set(0, value);
        }
    }

    /** y = f(x). */
    record Of1(Unary f, Buffer x, Buffer result) implements Scalar {
        @Override
        public List<Buffer> operands() {
            return List.of(x);
        }

        @Override
        public void run() {
            result.set(0, f.at(x.get(0)));
        }
    }

    /** y = f(a, b). */
    record Of2(Binary f, Buffer a, Buffer b, Buffer result) implements Scalar {
        @Override
        public List<Buffer> operands() {
            return List.of(a, b);
        }

        @Override
        public void run() {
            result.set(0, f.at(a.get(0), b.get(0)));
        }
    }

    /** y = f(a, b, c). */
    record Of3(Ternary f, Buffer a, Buffer b, Buffer c, Buffer result) implements Scalar {
        @Override
        public List<Buffer> operands() {
            return List.of(a, b, c);
        }

        @Override
        public void run() {
            result.set(0, f.at(a.get(0), b.get(0), c.get(0)));
        }
    }
}
