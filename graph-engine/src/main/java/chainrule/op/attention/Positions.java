package chainrule.op.attention;

import chainrule.op.InPort;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;

/** What attention asks of its inputs: one position a row, (T,d), or a batch of such matrices, (B,T,d). */
final class Positions {
    private Positions() {}

    /** The shape at a port that holds positions. */
    static Shape of(Shapes in, InPort port) {
        Shape shape = in.of(port);
        if (shape.rank() != 2 && shape.rank() != 3) {
            throw in.refusal(
                    port,
                    "%s is %s: it should be a matrix with one position a row, or a batch of them."
                            .formatted(port.name(), shape));
        }
        return shape;
    }

    /** The shape at a port that holds as many matrices of positions as another. */
    static Shape beside(Shapes in, InPort port, InPort other) {
        Shape shape = of(in, port);
        Shape first = in.of(other);
        if (shape.rank() != first.rank() || count(shape) != count(first)) {
            throw in.refusal(
                    port,
                    "%s is %s and %s is %s: both should be one matrix, or batches of equal size."
                            .formatted(other.name(), first, port.name(), shape));
        }
        return shape;
    }

    /** Refuses rows of another length than those of another port. */
    static void sameWidth(Shapes in, InPort port, InPort other) {
        if (in.of(port).dim(-1) != in.of(other).dim(-1)) {
            throw in.refusal(
                    port,
                    "%s is %s and %s is %s: the rows of %s should be as long as those of %s, %d."
                            .formatted(
                                    other.name(),
                                    in.of(other),
                                    port.name(),
                                    in.of(port),
                                    port.name(),
                                    other.name(),
                                    in.of(other).dim(-1)));
        }
    }

    /** Refuses another number of rows than another port has. */
    static void sameRows(Shapes in, InPort port, InPort other) {
        if (in.of(port).dim(-2) != in.of(other).dim(-2)) {
            throw in.refusal(
                    port,
                    "%s is %s and %s is %s: %s should have one row for each row of %s, %d."
                            .formatted(
                                    other.name(),
                                    in.of(other),
                                    port.name(),
                                    in.of(port),
                                    port.name(),
                                    other.name(),
                                    in.of(other).dim(-2)));
        }
    }

    /** How many matrices a shape holds. */
    static int count(Shape shape) {
        return shape.rank() == 3 ? shape.dim(0) : 1;
    }
}
