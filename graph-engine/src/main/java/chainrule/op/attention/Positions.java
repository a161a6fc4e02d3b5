package chainrule.op.attention;

import chainrule.language.Phrases;
import chainrule.op.InPort;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;

/** What attention asks of its inputs: one position a row, (T,d), or a batch of such matrices, (B,T,d). */
final class Positions {
    private static final Phrases WORDS = Phrases.of(Positions.class);

    private Positions() {}

    /** The shape at a port that holds positions. */
    static Shape of(Shapes in, InPort port) {
        Shape shape = in.of(port);
        if (shape.rank() != 2 && shape.rank() != 3) {
            throw in.refusal(port, WORDS.text("positions.matrixOnePositionRowOr", port.name(), shape));
        }
        return shape;
    }

    /** The shape at a port that holds as many matrices of positions as another. */
    static Shape beside(Shapes in, InPort port, InPort other) {
        Shape shape = of(in, port);
        Shape first = in.of(other);
        if (shape.rank() != first.rank() || count(shape) != count(first)) {
            throw in.refusal(
                    port, WORDS.text("positions.bothOneMatrixOrBatches", other.name(), first, port.name(), shape));
        }
        return shape;
    }

    /** Refuses rows of another length than those of another port. */
    static void sameWidth(Shapes in, InPort port, InPort other) {
        if (in.of(port).dim(-1) != in.of(other).dim(-1)) {
            throw in.refusal(
                    port,
                    WORDS.text(
                            "positions.rowsAsLongAsThose",
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
                    WORDS.text(
                            "positions.haveOneRowForEach",
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
