package chainrule.op.loss;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Lane;
import chainrule.op.Binding;
import chainrule.op.InPort;
import chainrule.op.Shapes;
import chainrule.op.ValueProblem;
import chainrule.tensor.Shape;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What losses over classes share: scores whose last axis holds the classes, and one class index for each row of them.
 * The loss of a row is a {@link Lane}; rows of the ignored class count for nothing.
 */
final class Classes {
    static final InPort CLASS = InPort.integers("class");

    /** The class that losses without such a setting ignore: none. */
    static final int NONE = Integer.MIN_VALUE;

    private Classes() {}

    /** The shape of the result: a number, or one number a row. */
    static Shape shape(Shapes in, InPort scores) {
        Shape x = in.of(scores);
        if (x.isScalar()) {
            throw in.refusal(
                    scores,
                    "%s is a number: its last axis should hold one number for each class.".formatted(scores.name()));
        }
        Shape rows = x.without(-1);
        if (!in.of(CLASS).equals(rows)) {
            throw in.refusal(
                    CLASS,
                    "%s is %s and class is %s: class should be %s, one class index for each row of %s."
                            .formatted(scores.name(), x, in.of(CLASS), rows, scores.name()));
        }
        return Reduction.none(in.settings()) ? rows : Shape.scalar();
    }

    /** Refuses, when it runs, a class that is no index of the last axis of the scores. */
    static Kernel check(Binding k, InPort scores, int ignored) {
        Buffer classes = k.in(CLASS);
        int count = k.shape(scores).dim(-1);
        return () -> {
            for (long i = 0; i < classes.size(); i++) {
                double index = classes.get(i);
                if (index != ignored && !(index >= 0 && index < count && index == Math.rint(index))) {
                    throw problem(index, i, count);
                }
            }
        };
    }

    /** A function of rows: of those inputs that have the shape of the scores, or one number a row. */
    static Kernel rows(Binding k, InPort scores, Lane lane, List<Buffer> inputs, Buffer result) {
        Shape shape = k.shape(scores);
        return k.lanes(lane, shape, List.of(shape.rank() - 1), inputs, result);
    }

    /** Adds up or averages one number a row; the mean is over the rows that are not ignored. */
    static Kernel reduced(Binding k, int ignored, Buffer rows, Buffer result) {
        List<Integer> all = IntStream.range(0, rows.shape().rank()).boxed().toList();
        boolean mean = Reduction.mean(k.settings());
        Lane lane = (in, out) -> out[0] = sum(in[0]) / (mean ? counted(in[1], ignored) : 1);
        return k.lanes(lane, rows.shape(), all, List.of(rows, k.in(CLASS)), result);
    }

    /** The upstream gradient of each row's loss, from that of the reduced loss. */
    static Kernel spread(Binding k, int ignored, Buffer upstream, Buffer rows) {
        List<Integer> all = IntStream.range(0, rows.shape().rank()).boxed().toList();
        boolean mean = Reduction.mean(k.settings());
        Lane lane = (in, out) -> java.util.Arrays.fill(out, in[0][0] / (mean ? counted(in[1], ignored) : 1));
        return k.lanes(lane, rows.shape(), all, List.of(upstream, k.in(CLASS)), rows);
    }

    private static double sum(double[] lane) {
        double sum = 0;
        for (double v : lane) {
            sum += v;
        }
        return sum;
    }

    private static int counted(double[] classes, int ignored) {
        int count = 0;
        for (double index : classes) {
            if (index != ignored) {
                count++;
            }
        }
        return count;
    }

    private static ValueProblem problem(double index, long position, int count) {
        boolean whole = index == Math.rint(index) && Math.abs(index) < 1e15;
        String shown = whole ? Long.toString((long) index) : String.format(Locale.ROOT, "%s", index);
        return new ValueProblem(
                CLASS,
                "Class %s at position %d: it should be %sfrom 0 to %d."
                        .formatted(shown, position, whole ? "" : "a whole number ", count - 1));
    }
}
