package chainrule.predict;

import chainrule.exec.Step;
import chainrule.tensor.Shape;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the next step of a pass will write, asked before it is shown.
 *
 * @param step that is asked about
 * @param about what it writes, in words: {@code the gradient of b that comes back from d}
 * @param shape of what it writes
 * @param element row-major position of the number that is asked for
 * @param right the number
 * @param wrong numbers and shapes that usual mistakes lead to
 */
public record Question(Step step, String about, Shape shape, int element, double right, List<Wrong> wrong) {
    /** Digits that the canvas shows: an answer is right where it agrees in them. */
    private static final int DIGITS = 4;

    private static final double NOTHING = 1e-9;

    /** What a mistake leads to. */
    public sealed interface Wrong {
        Mistake mistake();

        /** A number instead of the right one. */
        record OfNumber(Mistake mistake, double number) implements Wrong {}

        /** A shape instead of the right one. */
        record OfShape(Mistake mistake, Shape shape) implements Wrong {}
    }

    public Question {
        wrong = List.copyOf(wrong);
    }

    /** Judges a number for the element. */
    public Verdict number(double answer) {
        if (agrees(answer, right)) {
            return Verdict.correct();
        }
        Set<Mistake> mistakes = EnumSet.noneOf(Mistake.class);
        for (Wrong each : wrong) {
            if (each instanceof Wrong.OfNumber number && agrees(answer, number.number)) {
                mistakes.add(number.mistake);
            }
        }
        return Verdict.wrong(mistakes);
    }

    /** Judges a sign for the element: −1, 0 or 1. */
    public Verdict sign(int answer) {
        return answer == (int) Math.signum(right) ? Verdict.correct() : Verdict.wrong(EnumSet.of(Mistake.SIGN));
    }

    /** Judges a shape. */
    public Verdict shape(Shape answer) {
        if (answer.equals(shape)) {
            return Verdict.correct();
        }
        Set<Mistake> mistakes = EnumSet.noneOf(Mistake.class);
        if (answer.equals(turned(shape))) {
            mistakes.add(Mistake.TRANSPOSED);
        }
        for (Wrong each : wrong) {
            if (each instanceof Wrong.OfShape other && answer.equals(other.shape)) {
                mistakes.add(other.mistake);
            }
        }
        return Verdict.wrong(mistakes);
    }

    private static Shape turned(Shape shape) {
        int[] dims = shape.dims();
        int[] turned = new int[dims.length];
        Arrays.setAll(turned, i -> dims[dims.length - 1 - i]);
        return Shape.of(turned);
    }

    /** Whether an answer agrees with a number in all digits that are shown. */
    private static boolean agrees(double answer, double number) {
        if (Double.compare(answer, number) == 0) {
            return true;
        }
        double magnitude = Math.abs(number);
        if (magnitude <= NOTHING || !Double.isFinite(number)) {
            return Math.abs(answer - number) <= NOTHING;
        }
        double unit = Math.pow(10, Math.floor(Math.log10(magnitude)) + 1 - DIGITS);
        return Math.abs(answer - number) <= 0.5 * unit * (1 + NOTHING);
    }
}
