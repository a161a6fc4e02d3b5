package chainrule.data;

import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;

/** The table of a gate with two inputs, in the order (0,0), (0,1), (1,0), (1,1). */
public enum LogicGate implements Recipe {
    XOR(0, 1, 1, 0),
    AND(0, 0, 0, 1),
    OR(0, 1, 1, 1),
    NAND(1, 1, 1, 0);

    private final Tensor answers;

    LogicGate(double... answers) {
        this.answers = Tensor.of(Shape.of(4, 1), answers);
    }

    @Override
    public Shape x() {
        return Shape.of(4, 2);
    }

    @Override
    public Shape y() {
        return answers.shape();
    }

    @Override
    public DataSet make() {
        return new DataSet(Tensor.of(x(), 0, 0, 0, 1, 1, 0, 1, 1), answers);
    }
}
