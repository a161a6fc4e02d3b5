package chainrule.op.regularise;

import chainrule.kernel.Binary;
import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Lane;
import chainrule.kernel.Pairs;
import chainrule.kernel.Term;
import chainrule.language.Phrases;
import chainrule.op.Binding;
import chainrule.op.InPort;
import chainrule.op.NodeTypeBuilder;
import chainrule.op.Param;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.List;

/**
 * What layers share that bring each row of x to length √n: centred first (layer norm) or as it is (RMS norm). The
 * Jacobian of a row is symmetric, so that gradients and tangents change alike.
 */
final class Normal {
    private static final Phrases WORDS = Phrases.of(Normal.class);

    static final InPort X = InPort.of("x");
    static final InPort GAMMA = InPort.of("gamma");
    static final Param<Double> EPS = Param.number("eps", 1e-5, 0, Double.POSITIVE_INFINITY)
            .explained("Added under the root, so that a row without spread does not divide by 0.");
    static final Binary TIMES = Pairs.TIMES;

    private static final String ROWS = "normal";
    private static final String FACTORS = "factor";

    private final boolean centred;

    private Normal(boolean centred) {
        this.centred = centred;
    }

    /** Rows less their mean. */
    static Normal centred() {
        return new Normal(true);
    }

    /** Rows as they are. */
    static Normal asItIs() {
        return new Normal(false);
    }

    /** The buffers that the forward rule fills: the rows that are normal, and what each was multiplied by. */
    static NodeTypeBuilder saving(NodeTypeBuilder type) {
        return type.saved(ROWS, in -> in.of(X)).saved(FACTORS, in -> in.of(X).without(-1));
    }

    /** The shape of x, where the numbers for each feature fit it. */
    static Shape shape(Shapes in, InPort... features) {
        Shape x = in.of(X);
        if (x.isScalar()) {
            throw in.refusal(X, WORDS.text("normal.numberVectorOrVectorsAlong"));
        }
        for (InPort port : features) {
            if (!in.of(port).equals(Shape.of(x.dim(-1)))) {
                throw in.refusal(
                        port,
                        WORDS.text(
                                "normal.vectorOneNumberForEach", x, port.name(), in.of(port), port.name(), x.dim(-1)));
            }
        }
        return x;
    }

    /** The rows of x made normal, in {@link #rows}. */
    Kernel normalise(Binding k) {
        double eps = k.get(EPS);
        Lane factor = Lane.of((in, out) -> out[0] = 1 / Math.sqrt(spread(in[0]) + eps), in -> in.get(0)
                .number(1)
                .over(away(in.get(0)).squared().mean().plus(eps).sqrt()));
        Lane scaled = Lane.of(
                (in, out) -> {
                    double mean = mean(in[0]);
                    for (int i = 0; i < out.length; i++) {
                        out[i] = (in[0][i] - mean) * in[1][0];
                    }
                },
                in -> away(in.get(0)).times(in.get(1)));
        Buffer x = k.in(X);
        return Kernel.sequence(
                lanes(k, factor, List.of(x), k.saved(FACTORS)),
                lanes(k, scaled, List.of(x, k.saved(FACTORS)), rows(k)));
    }

    static Buffer rows(Binding k) {
        return k.saved(ROWS);
    }

    /** The gradient of x from that of the rows that are normal. */
    Kernel pull(Binding k) {
        Buffer through = k.scratch(k.shape(X));
        return Kernel.sequence(k.zip(TIMES, k.grad(), k.in(GAMMA), through), change(k, through, k.result()));
    }

    /** The tangent of the output from that of x. */
    Kernel push(Binding k) {
        return Kernel.sequence(change(k, k.grad(), k.result()), k.zip(TIMES, k.result(), k.in(GAMMA), k.result()));
    }

    private Kernel change(Binding k, Buffer direction, Buffer result) {
        return lanes(k, Lane.of(this::change, this::change), List.of(direction, rows(k), k.saved(FACTORS)), result);
    }

    /** From a direction, the row that is normal and its factor to how the row moves. */
    private void change(double[][] in, double[] out) {
        double mean = mean(in[0]);
        double along = 0;
        for (int i = 0; i < out.length; i++) {
            along += in[0][i] * in[1][i] / out.length;
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = in[2][0] * (in[0][i] - mean - in[1][i] * along);
        }
    }

    private Term change(List<Term> in) {
        Term along = in.get(0).times(in.get(1)).mean();
        return in.get(2).times(away(in.get(0)).minus(in.get(1).times(along)));
    }

    /** How far elements are from the mean of their row, where that counts. */
    private Term away(Term row) {
        return centred ? row.minus(row.mean()) : row;
    }

    private static Kernel lanes(Binding k, Lane lane, List<Buffer> inputs, Buffer result) {
        return k.lanes(lane, k.shape(X), List.of(k.shape(X).rank() - 1), inputs, result);
    }

    private double mean(double[] row) {
        if (!centred) {
            return 0;
        }
        double sum = 0;
        for (double v : row) {
            sum += v;
        }
        return sum / row.length;
    }

    private double spread(double[] row) {
        double mean = mean(row);
        double sum = 0;
        for (double v : row) {
            sum += (v - mean) * (v - mean);
        }
        return sum / row.length;
    }
}
