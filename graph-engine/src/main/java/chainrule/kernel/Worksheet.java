package chainrule.kernel;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A {@link Program} being written: each operation gets memory for its result when it is written down. Sums of floats are
 * taken in double, because ND4J adds them up in their own precision.
 */
final class Worksheet {
    private final Extras extras;
    private final DataType type;
    private final Extras.Loan loan;
    private final Stop stop;
    private int laneLength;
    private final List<Runnable> calls = new ArrayList<>();

    /**
     * @param any a buffer of the memory that the program works on
     */
    Worksheet(Buffer any) {
        this(any, any.precision());
    }

    /**
     * @param any a buffer of the memory that the program works on
     * @param precision what it computes in
     */
    Worksheet(Buffer any, Precision precision) {
        this.extras = any.extras();
        this.loan = extras.loan();
        this.stop = any.stop();
        this.type = precision == Precision.DOUBLE ? DataType.DOUBLE : DataType.FLOAT;
    }

    /** The program; what it needed in between is lent to others, since programs run one after the other. */
    Kernel kernel() {
        loan.end();
        return new Program(calls, stop);
    }

    Extras extras() {
        return extras;
    }

    DataType type() {
        return type;
    }

    /** What stands in a buffer when the program comes here; it must not be overwritten before it was used. */
    Term read(Buffer buffer) {
        return read(buffer, buffer.shape());
    }

    /** The same elements under another shape. */
    Term read(Buffer buffer, Shape as) {
        return new Term(this, buffer.shaped(as), as);
    }

    /** What stands in an array when the program comes here, rounded to what the program computes in. */
    Term rounded(INDArray array, Shape as) {
        Term result = fresh(as);
        cast(array, result.array());
        return result;
    }

    /** Copies an array to one of the same shape, rounded to that one's numbers. */
    void cast(INDArray from, INDArray to) {
        if (from.dataType() == to.dataType()) {
            copy(from, to);
        } else {
            call("cast", List.of(to), List.of(from), to.dataType().toInt());
        }
    }

    /** What stands in an array of the numbers that the program computes in. */
    Term standing(INDArray array, Shape as) {
        return new Term(this, array, as);
    }

    /** How much has been written down. */
    int written() {
        return calls.size();
    }

    /** Makes what was written down since then one call, which is not left in the middle. */
    void join(int from) {
        List<Runnable> since = calls.subList(from, calls.size());
        List<Runnable> together = List.copyOf(since);
        since.clear();
        calls.add(() -> together.forEach(Runnable::run));
    }

    /** What stands in a view, as a vector, copied when the program comes here. */
    Term copied(View view, long size) {
        Term result = fresh(Shape.of(Math.toIntExact(size)));
        long rows = size / view.width();
        INDArray to = result.array().reshape('c', new long[] {rows, view.width()});
        if (view.repeats()) {
            call("broadcast_to", to, view.array(1), extras.positions(Math.toIntExact(rows), view.width()));
        } else {
            copy(view.array(rows), to);
        }
        return result;
    }

    Term fresh(Shape shape) {
        return new Term(this, lent(type, shape), shape);
    }

    private INDArray lent(DataType of, Shape shape) {
        return loan.array(of, shape.size()).reshape('c', dims(shape));
    }

    Term number(double value) {
        return new Term(this, extras.number(type, value), Shape.scalar());
    }

    /** Terms will be lanes of so many elements along their last axis. */
    Worksheet ofLanes(int length) {
        laneLength = length;
        return this;
    }

    int laneLength() {
        return laneLength;
    }

    /** The places of a lane. */
    Term places() {
        return constant(
                Shape.of(1, laneLength),
                IntStream.range(0, laneLength).asDoubleStream().toArray());
    }

    /** The products of all elements of a lane before each, or behind each. */
    Term products(Term x, boolean behind) {
        Term result = fresh(x.shape());
        long axis = x.shape().rank() - 1L;
        call("cumprod", List.of(result.array()), List.of(x.array()), 1, behind ? 1 : 0, axis);
        return result;
    }

    /** Numbers that stay as they are. */
    Term constant(Shape shape, double[] values) {
        INDArray array = extras.array(type, dims(shape));
        try (INDArray from = Nd4j.createFromArray(values)) {
            array.assign(from.reshape('c', dims(shape)));
        }
        return new Term(this, array, shape);
    }

    Term map(Term x, BiFunction<INDArray, INDArray, Op> operation) {
        Term result = fresh(x.shape());
        calls.add(Program.call(operation.apply(flat(x), flat(result))));
        return result;
    }

    Term zip(String operation, Term a, Term b) {
        Term result = fresh(a.shape().broadcast(b.shape()));
        call(operation, result.array(), a.array(), b.array());
        return result;
    }

    Truth compare(String operation, Term a, Term b) {
        Shape shape = a.shape().broadcast(b.shape());
        INDArray result = lent(DataType.BOOL, shape);
        call(operation, result, a.array(), b.array());
        return new Truth(this, result, shape);
    }

    Term choose(Truth truth, Term where, Term otherwise) {
        Shape shape = truth.shape().broadcast(where.shape()).broadcast(otherwise.shape());
        INDArray condition = truth.array();
        if (!truth.shape().equals(shape)) {
            condition = lent(DataType.BOOL, shape);
            call("broadcast_to", condition, truth.array(), target(shape));
        }
        Term result = fresh(shape);
        call(
                "select",
                result.array(),
                condition,
                spread(where, shape).array(),
                spread(otherwise, shape).array());
        return result;
    }

    /** A term repeated to a shape. */
    Term spread(Term x, Shape shape) {
        if (x.shape().equals(shape)) {
            return x;
        }
        Term result = fresh(shape);
        if (shape.rank() == 0) {
            copy(x.array().reshape('c', new long[0]), result.array());
        } else {
            call("broadcast_to", result.array(), x.array(), target(shape));
        }
        return result;
    }

    /** A reduction of the last axis, which stays with length 1. */
    Term reduce(String operation, Term x) {
        Shape shape = x.shape().with(-1, 1);
        return reduced(operation, x, shape, new long[] {x.shape().rank() - 1});
    }

    /** The sum over axes, which stay with length 1. */
    Term sum(Term x, int... axes) {
        Shape shape = x.shape();
        for (int axis : axes) {
            shape = shape.with(axis, 1);
        }
        return reduced(
                "reduce_sum", x, shape, Arrays.stream(axes).asLongStream().toArray());
    }

    /** Writes a term to a buffer: repeated where the buffer is larger, summed where it is smaller. */
    void write(Term x, Buffer y) {
        Shape common = x.shape().broadcast(y.shape());
        Term whole = spread(x, common);
        int lead = common.rank() - y.shape().rank();
        int[] axes = IntStream.range(0, common.rank())
                .filter(i -> common.dim(i) > 1 && (i < lead || y.shape().dim(i - lead) == 1))
                .toArray();
        Term fitting = axes.length == 0 ? whole : sum(whole, axes);
        copy(fitting.array(), y.shaped(fitting.shape()));
    }

    void write(Term x, View view, long size) {
        copy(x.array().reshape('c', new long[] {size / view.width(), view.width()}), view.array(size / view.width()));
    }

    /** Copies an array to one of the same shape. */
    void copy(INDArray from, INDArray to) {
        call("assign", to, to, from);
    }

    void call(String name, INDArray result, INDArray... inputs) {
        call(name, List.of(result), List.of(inputs));
    }

    void call(String name, List<INDArray> results, List<INDArray> inputs, long... arguments) {
        add(operation(name, results, inputs, arguments));
    }

    void add(DynamicCustomOp operation) {
        calls.add(Program.call(operation));
    }

    /** Sets every element to a number. */
    void fill(double value, INDArray array) {
        calls.add(() -> array.assign(value));
    }

    /** Looks, when the program comes here, whether numbers are what they should be. */
    void check(Runnable look) {
        calls.add(look);
    }

    static DynamicCustomOp operation(String name, List<INDArray> results, List<INDArray> inputs, long... arguments) {
        DynamicCustomOp operation = new Named(name);
        operation.addInputArgument(inputs.toArray(INDArray[]::new));
        operation.addOutputArgument(results.toArray(INDArray[]::new));
        operation.addIArgument(arguments);
        return operation;
    }

    static long[] dims(Shape shape) {
        return Arrays.stream(shape.dims()).asLongStream().toArray();
    }

    private Term reduced(String name, Term x, Shape shape, long[] axes) {
        boolean wide = name.equals("reduce_sum") && type == DataType.FLOAT;
        INDArray in = x.array();
        INDArray out = fresh(shape).array();
        INDArray sum = out;
        if (wide) {
            in = lent(DataType.DOUBLE, x.shape());
            call("cast", List.of(in), List.of(x.array()), DataType.DOUBLE.toInt());
            sum = lent(DataType.DOUBLE, shape);
        }
        DynamicCustomOp operation = operation(name, List.of(sum), List.of(in), axes);
        operation.addTArgument(1.0);
        add(operation);
        if (wide) {
            call("cast", List.of(out), List.of(sum), DataType.FLOAT.toInt());
        }
        return new Term(this, out, shape);
    }

    private INDArray target(Shape shape) {
        return extras.positions(shape.dims());
    }

    private static INDArray flat(Term x) {
        return x.array().reshape('c', new long[] {x.shape().size()});
    }

    /** An operation by its name. */
    private static final class Named extends DynamicCustomOp {
        Named(String name) {
            super(name);
        }
    }
}
