package chainrule.kernel;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The sum of the squares of a buffer's elements as ND4J operations, in double. */
public final class Squares {
    private final Kernel program;
    private final INDArray sum;

    public Squares(Buffer of) {
        Worksheet sheet = new Worksheet(of, Precision.DOUBLE);
        Shape lane = Shape.of(1, Math.toIntExact(of.size()));
        Term elements = sheet.rounded(of.shaped(lane), lane);
        this.sum = of.extras().array(sheet.type(), 1, 1);
        sheet.copy(elements.squared().sum().array(), sum);
        this.program = sheet.kernel();
    }

    /** The sum now. */
    public double get() {
        program.run();
        return sum.getDouble(0);
    }
}
