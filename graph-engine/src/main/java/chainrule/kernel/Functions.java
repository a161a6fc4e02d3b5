package chainrule.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Cos;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sin;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;

/** The functions that ND4J also has as a native operation of its own, which large buffers use. */
public enum Functions implements Unary {
    EXP {
        @Override
        public double at(double x) {
            return Math.exp(x);
        }

        @Override
        Op operation(INDArray x, INDArray y) {
            return new Exp(x, y);
        }
    },
    TANH {
        @Override
        public double at(double x) {
            return Math.tanh(x);
        }

        @Override
        Op operation(INDArray x, INDArray y) {
            return new Tanh(x, y);
        }
    },
    SIN {
        @Override
        public double at(double x) {
            return Math.sin(x);
        }

        @Override
        Op operation(INDArray x, INDArray y) {
            return new Sin(x, y);
        }
    },
    COS {
        @Override
        public double at(double x) {
            return Math.cos(x);
        }

        @Override
        Op operation(INDArray x, INDArray y) {
            return new Cos(x, y);
        }
    };

    /** The native operation on arrays of equal length; it does not check them itself. */
    abstract Op operation(INDArray x, INDArray y);
}
