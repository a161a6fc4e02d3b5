package chainrule.kernel;

import chainrule.tensor.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;

/** For each of several numbers, whether something holds. */
public final class Truth {
    private final Worksheet sheet;
    private final INDArray array;
    private final Shape shape;

    Truth(Worksheet sheet, INDArray array, Shape shape) {
        this.sheet = sheet;
        this.array = array;
        this.shape = shape;
    }

    INDArray array() {
        return array;
    }

    Shape shape() {
        return shape;
    }

    /** One term where this holds, another where it does not; what is not taken does not matter, even if no number. */
    public Term choose(Term where, Term otherwise) {
        return sheet.choose(this, where, otherwise);
    }

    public Term choose(Term where, double otherwise) {
        return choose(where, sheet.number(otherwise));
    }

    public Term choose(double where, Term otherwise) {
        return choose(sheet.number(where), otherwise);
    }

    public Term choose(double where, double otherwise) {
        return choose(sheet.number(where), sheet.number(otherwise));
    }

    /** 1 where this holds, else 0. */
    public Term counted() {
        return choose(1, 0);
    }
}
