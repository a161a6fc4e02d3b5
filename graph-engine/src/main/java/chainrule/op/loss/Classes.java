package chainrule.op.loss;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Lane;
import chainrule.kernel.Term;
import chainrule.language.Phrases;
import chainrule.op.Binding;
import chainrule.op.InPort;
import chainrule.op.Indices;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What losses over classes share: scores whose last axis holds the classes, and one class index for each row of them.
 * The loss of a row is a {@link Lane}; rows of the ignored class count for nothing.
 */
final class Classes {
    private static final Phrases WORDS = Phrases.of(Classes.class);

    static final InPort CLASS = InPort.integers("class");

    /** The class that losses without such a setting ignore: none. */
    static final int NONE = Indices.NONE;

    private Classes() {}

    /** The shape of the result: a number, or one number a row. */
    static Shape shape(Shapes in, InPort scores) {
        requireRows(in, scores);
        Shape x = in.of(scores);
        Shape rows = x.without(-1);
        if (!in.of(CLASS).equals(rows)) {
            throw in.refusal(
                    CLASS,
                    WORDS.text("classes.classClassOneClassIndex", scores.name(), x, in.of(CLASS), rows, scores.name()));
        }
        return Reduction.none(in.settings()) ? rows : Shape.scalar();
    }

    /** A formula over N rows as it holds for scores of a shape: a sum, or a single row, is divided by nothing. */
    static String worded(String formula, Settings settings, Shape scores) {
        long rows = scores.isScalar() ? 1 : scores.without(-1).size();
        return worded(formula, settings, rows, Long.toString(rows));
    }

    /** The same where the rows that count have another name than their number. */
    static String worded(String formula, Settings settings, long rows, String counted) {
        boolean divided = rows > 1 && Reduction.mean(settings);
        return formula.replace("1/N · ", divided ? "1/" + counted + " · " : "")
                .replace(" / N", divided ? " / " + counted : "");
    }

    /** Refuses a number where rows of classes are wanted. */
    static void requireRows(Shapes in, InPort scores) {
        if (in.of(scores).isScalar()) {
            throw in.refusal(scores, WORDS.text("classes.numberItsLastAxisHold", scores.name()));
        }
    }

    /** Refuses, when it runs, a class that is no index of the last axis of the scores. */
    static Kernel check(Binding k, InPort scores, int ignored) {
        return Indices.check(k, CLASS, k.shape(scores).dim(-1), ignored);
    }

    /** A function of rows: of those inputs that have the shape of the scores, or one number a row. */
    static Kernel rows(Binding k, InPort scores, Lane lane, List<Buffer> inputs, Buffer result) {
        Shape shape = k.shape(scores);
        return k.lanes(lane, shape, List.of(shape.rank() - 1), inputs, result);
    }

    /** The losses of the rows, reduced as the setting says; a mean is over the rows that are not ignored. */
    static Kernel reduced(Binding k, InPort scores, int ignored, Lane lane, List<Buffer> inputs) {
        return reduced(k, scores, ignored, rowsInto(k, scores, lane, inputs), k.out());
    }

    /** The tangents of the losses of the rows, reduced in the same way. */
    static Kernel pushed(Binding k, InPort scores, int ignored, Lane lane, List<Buffer> inputs) {
        return reduced(k, scores, ignored, rowsInto(k, scores, lane, inputs), k.result());
    }

    /** The gradient of the scores; the upstream gradient of each row's loss is the last input of the lane. */
    static Kernel pulled(Binding k, InPort scores, int ignored, Lane lane, List<Buffer> inputs) {
        Buffer upstream = k.scratch(k.shape(scores).without(-1));
        boolean mean = Reduction.mean(k.settings());
        int length = Math.toIntExact(upstream.size());
        Lane share = Lane.of(
                (in, out) -> Arrays.fill(out, in[0][0] / (mean ? counted(in, out.length, ignored) : 1)), in -> in.get(0)
                        .over(mean ? counted(in, length, ignored) : in.get(0).number(1)));
        Kernel spread = Reduction.none(k.settings())
                ? k.copy(k.grad(), upstream)
                : k.lanes(share, upstream.shape(), all(upstream), withClasses(k, k.grad()), upstream);
        List<Buffer> all = new ArrayList<>(inputs);
        all.add(upstream);
        return Kernel.sequence(spread, rows(k, scores, lane, all, k.result()));
    }

    private static Function<Buffer, Kernel> rowsInto(Binding k, InPort scores, Lane lane, List<Buffer> inputs) {
        return result -> rows(k, scores, lane, inputs, result);
    }

    private static Kernel reduced(
            Binding k, InPort scores, int ignored, Function<Buffer, Kernel> rowsInto, Buffer result) {
        if (Reduction.none(k.settings())) {
            return rowsInto.apply(result);
        }
        Buffer rows = k.scratch(k.shape(scores).without(-1));
        boolean mean = Reduction.mean(k.settings());
        Lane lane = Lane.of(
                (in, out) -> out[0] = sum(in[0]) / (mean ? counted(in, in[0].length, ignored) : 1), in -> in.get(0)
                        .sum()
                        .over(
                                mean
                                        ? counted(in, in.get(0).length(), ignored)
                                        : in.get(0).number(1)));
        return Kernel.sequence(
                rowsInto.apply(rows), k.lanes(lane, rows.shape(), all(rows), withClasses(k, rows), result));
    }

    private static List<Integer> all(Buffer rows) {
        return IntStream.range(0, rows.shape().rank()).boxed().toList();
    }

    private static List<Buffer> withClasses(Binding k, Buffer first) {
        return k.has(CLASS) ? List.of(first, k.in(CLASS)) : List.of(first);
    }

    private static double sum(double[] lane) {
        double sum = 0;
        for (double v : lane) {
            sum += v;
        }
        return sum;
    }

    private static Term counted(List<Term> in, int rows, int ignored) {
        return in.size() == 1
                ? in.get(0).number(rows)
                : in.get(1).equal(ignored).choose(0, 1).sum();
    }

    /** How many of the rows are not of the ignored class; all where there are no classes. */
    private static int counted(double[][] in, int rows, int ignored) {
        int count = 0;
        for (int i = 0; i < rows; i++) {
            if (in.length == 1 || in[1][i] != ignored) {
                count++;
            }
        }
        return count;
    }
}
