package chainrule.op.recurrent;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Lane;
import chainrule.kernel.Term;
import chainrule.language.Phrases;
import chainrule.op.Assembly;
import chainrule.op.Binding;
import chainrule.op.InPort;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.shape.Slice;
import chainrule.tensor.Shape;
import java.util.List;
import java.util.function.Function;

/** What recurrent cells share: one step for one example (d) or for a batch (B,d), and functions of single elements. */
final class Cell {
    private static final Phrases WORDS = Phrases.of(Cell.class);

    static final InPort X = InPort.of("x");
    static final InPort H = InPort.of("h");

    private Cell() {}

    /** A function of the elements at one place of several buffers. */
    @FunctionalInterface
    interface Each {
        /**
         * @param in the elements around the place, buffer by buffer
         * @param i the place
         */
        double at(double[][] in, int i);

        /** A function together with its form by ND4J operations. */
        static Each of(Each loop, Function<List<Term>, Term> form) {
            return new Each() {
                @Override
                public double at(double[][] in, int i) {
                    return loop.at(in, i);
                }

                @Override
                public Term on(List<Term> in) {
                    return form.apply(in);
                }
            };
        }

        /** The same by ND4J operations. */
        default Term on(List<Term> in) {
            throw new UnsupportedOperationException("a function without a form by operations");
        }
    }

    /** result = f(inputs), element by element; all have one shape. */
    static Kernel each(Binding k, Each f, List<Buffer> inputs, Buffer result) {
        Shape shape = result.shape();
        return k.lanes(
                Lane.of(
                        (in, out) -> {
                            for (int i = 0; i < out.length; i++) {
                                out[i] = f.at(in, i);
                            }
                        },
                        f::on),
                shape,
                List.of(shape.rank() - 1),
                inputs,
                result);
    }

    /** The sums of all gates without their biases, side by side as the gates stand in the weights. */
    static Kernel sums(Binding k, InPort weighted, InPort weights, Buffer sums) {
        return k.gemm(Path.rows(k.in(weighted)), Path.rows(k.in(weights)).transpose(), Path.rows(sums));
    }

    /** The gradient of what is weighted, from those of the sums. */
    static Kernel pull(Binding k, Buffer deltas, InPort weights) {
        return k.gemm(Path.rows(deltas), Path.rows(k.in(weights)), Path.rows(k.result()));
    }

    /** The gradient of the weights, from those of the sums. */
    static Kernel pullWeights(Binding k, Buffer deltas, InPort weighted) {
        return k.gemm(Path.rows(deltas).transpose(), Path.rows(k.in(weighted)), Path.rows(k.result()));
    }

    /** The shape of the state, where x and h fit each other. */
    static Shape state(Shapes in) {
        Shape x = in.of(X);
        Shape h = in.of(H);
        if (x.rank() < 1 || x.rank() > 2) {
            throw in.refusal(X, WORDS.text("cell.vectorOrMatrixOneExample", x));
        }
        if (h.rank() != x.rank()) {
            throw in.refusal(H, WORDS.text("cell.hBothVectorsOrBoth", x, h));
        }
        if (x.rank() == 2 && x.dim(0) != h.dim(0)) {
            throw in.refusal(H, WORDS.text("cell.hHHaveOneRow", x, h, x.dim(0)));
        }
        return h;
    }

    /** Refuses weights of another size than (gates · length of h) × length of what they weigh. */
    static void weights(Shapes in, InPort weights, InPort weighted, int gates) {
        require(in, weights, Shape.of(gates * in.of(H).dim(-1), in.of(weighted).dim(-1)));
    }

    /** Refuses biases of another length than gates · length of h. */
    static void bias(Shapes in, InPort bias, int gates) {
        require(in, bias, Shape.of(gates * in.of(H).dim(-1)));
    }

    /** One gate's part of the sums of all gates, when a cell is opened. */
    static Parts.End part(Assembly inside, String name, Parts.End sums, int gate, int length) {
        Settings cut =
                Settings.none().with("axis", -1).with("start", gate * length).with("stop", (gate + 1) * length);
        return inside.part(name, Slice.TYPE, cut, sums);
    }

    private static void require(Shapes in, InPort port, Shape wanted) {
        if (!in.of(port).equals(wanted)) {
            throw in.refusal(
                    port,
                    WORDS.text(
                            "cell.lengthHLength",
                            port.name(),
                            in.of(port),
                            in.of(X).dim(-1),
                            in.of(H).dim(-1),
                            wanted));
        }
    }
}
