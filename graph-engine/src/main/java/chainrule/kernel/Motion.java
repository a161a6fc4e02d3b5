package chainrule.kernel;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A rule by which the elements of a buffer move, step after step, as ND4J operations: bound once, computed in double
 * whatever the precision of the buffer, with numbers that change from step to step.
 */
public final class Motion {
    private final List<INDArray> moments;
    private final List<INDArray> numbers;
    private final Kernel program;

    /**
     * Where elements stand before a step.
     *
     * @param moments what is remembered of each
     * @param numbers of the step, the same for all elements
     */
    public record Now(Term value, Term gradient, List<Term> moments, List<Term> numbers) {
        public Now {
            moments = List.copyOf(moments);
            numbers = List.copyOf(numbers);
        }
    }

    /**
     * @param values what moves
     * @param gradients of as many elements
     * @param moments how much is remembered of each element
     * @param numbers how many numbers a step has
     * @param rule the new values, and then what is remembered from now on
     */
    public Motion(Buffer values, Buffer gradients, int moments, int numbers, Function<Now, List<Term>> rule) {
        Worksheet sheet = new Worksheet(values, Precision.DOUBLE);
        Shape shape = Shape.of(Math.toIntExact(values.size()));
        Extras extras = values.extras();
        this.moments = Stream.generate(() -> extras.array(DataType.DOUBLE, shape.size()))
                .limit(moments)
                .toList();
        this.numbers = Stream.generate(() -> extras.number(DataType.DOUBLE, 0))
                .limit(numbers)
                .toList();
        Now now = new Now(
                sheet.rounded(values.array(), shape),
                sheet.rounded(gradients.array(), shape),
                this.moments.stream().map(m -> sheet.standing(m, shape)).toList(),
                this.numbers.stream()
                        .map(n -> sheet.standing(n, Shape.scalar()))
                        .toList());
        List<Term> moved = new ArrayList<>(rule.apply(now));
        if (moved.size() != moments + 1) {
            throw new IllegalArgumentException(moved.size() + " results for a value and " + moments + " moments");
        }
        int computed = sheet.written();
        sheet.cast(moved.get(0).array(), values.array());
        for (int i = 0; i < moments; i++) {
            sheet.copy(moved.get(i + 1).array(), this.moments.get(i));
        }
        sheet.join(computed);
        this.program = sheet.kernel();
    }

    /**
     * One step.
     *
     * @throws java.util.concurrent.CancellationException where it was to be left; then nothing has moved
     */
    public void run(double... ofStep) {
        for (int i = 0; i < ofStep.length; i++) {
            numbers.get(i).assign(ofStep[i]);
        }
        program.run();
    }

    /** A copy of what is remembered, by moment and then by element. */
    public double[][] moments() {
        return moments.stream().map(moment -> moment.dup().data().asDouble()).toArray(double[][]::new);
    }

    /** Remembers this instead. */
    public void remember(double[][] others) {
        IntStream.range(0, others.length).forEach(i -> {
            for (int at = 0; at < others[i].length; at++) {
                moments.get(i).putScalar(at, others[i][at]);
            }
        });
    }
}
