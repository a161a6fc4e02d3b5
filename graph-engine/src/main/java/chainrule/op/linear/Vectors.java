package chainrule.op.linear;

import chainrule.language.Phrases;
import chainrule.op.InPort;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;

/** What the operations on vectors ask of their inputs. */
final class Vectors {
    private static final Phrases WORDS = Phrases.of(Vectors.class);

    private Vectors() {}

    /** The length of the vector at a port. */
    static int length(Shapes in, InPort port) {
        Shape shape = in.of(port);
        if (shape.rank() != 1) {
            throw in.refusal(port, WORDS.text("vectors.vector", port.name(), shape));
        }
        return shape.dim(0);
    }

    /** The shape of what makes one number of two vectors of equal length. */
    static Shape intoNumber(Shapes in, InPort a, InPort b) {
        int first = length(in, a);
        int second = length(in, b);
        if (first != second) {
            throw in.refusal(b, WORDS.text("vectors.lengthLengthTheyEquallyLong", a.name(), first, b.name(), second));
        }
        return Shape.scalar();
    }
}
