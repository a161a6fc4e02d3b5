package chainrule.kernel;

import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Every word of {@link Kernels} that computes, as ND4J operations and nothing else. */
final class Operations {
    private Operations() {}

    static Kernel map(Unary f, Buffer x, Buffer y) {
        Worksheet sheet = sheet(y);
        sheet.write(f.on(sheet.read(x)), y);
        return sheet.kernel();
    }

    static Kernel zip(Binary f, Buffer a, Buffer b, Buffer y) {
        Worksheet sheet = sheet(y);
        Shape common = a.shape().broadcast(b.shape());
        sheet.write(f.on(sheet.spread(sheet.read(a), common), sheet.read(b)), y);
        return sheet.kernel();
    }

    static Kernel zip(Ternary f, Buffer a, Buffer b, Buffer c, Buffer y) {
        Worksheet sheet = sheet(y);
        Shape common = a.shape().broadcast(b.shape()).broadcast(c.shape());
        sheet.write(f.on(sheet.spread(sheet.read(a), common), sheet.read(b), sheet.read(c)), y);
        return sheet.kernel();
    }

    static Kernel copy(Buffer x, Buffer y) {
        Worksheet sheet = sheet(y);
        sheet.copy(x.array(), y.array());
        return sheet.kernel();
    }

    static Kernel filled(double value, Buffer y) {
        return new Program(List.of(() -> y.array().assign(value)), y.stop());
    }

    static Kernel fill(double value, Buffer y) {
        return filled(value, y);
    }

    /** The numbers are drawn here and handed over, since the source is ours. */
    static Kernel draw(DoubleSupplier source, Buffer y) {
        double[] drawn = new double[Math.toIntExact(y.size())];
        return new Program(
                List.of(() -> {
                    Arrays.setAll(drawn, i -> source.getAsDouble());
                    try (INDArray from = Nd4j.createFromArray(drawn)) {
                        y.array().assign(from);
                    }
                }),
                y.stop());
    }

    static Kernel load(Tensor numbers, Buffer y) {
        Worksheet sheet = sheet(y);
        Term constant = sheet.constant(numbers.shape(), numbers.toArray());
        Shape flat = numbers.size() == 1 ? Shape.scalar() : flat(y);
        Term values = new Term(sheet, constant.array().reshape('c', Worksheet.dims(flat)), flat);
        sheet.copy(sheet.spread(values, flat(y)).array(), y.array());
        return sheet.kernel();
    }

    static Kernel lanes(Lane f, Shape shape, List<Integer> axes, List<Buffer> inputs, Buffer y) {
        Worksheet sheet = sheet(y);
        int[] places = Lanes.of(shape, axes).places();
        int lanes = (int) (shape.size() / axes.stream().mapToInt(shape::dim).reduce(1, Math::multiplyExact));
        Shape whole = Shape.of(lanes, places.length / lanes);
        sheet.ofLanes(whole.dim(1));
        Shape single = Shape.of(lanes, 1);
        boolean inOrder = inOrder(places);
        List<Term> in = inputs.stream()
                .map(x -> x.size() != places.length
                        ? sheet.read(x, single)
                        : inOrder ? sheet.read(x, whole) : gathered(sheet, sheet.read(x, flat(x)), places, whole))
                .toList();
        boolean wholeResult = y.size() == places.length;
        Term result = sheet.spread(f.on(in), wholeResult ? whole : single);
        Shape flat = flat(y);
        Term vector = new Term(sheet, result.array().reshape('c', new long[] {y.size()}), flat);
        Term ordered = inOrder || !wholeResult ? vector : gathered(sheet, vector, inverse(places), flat);
        sheet.copy(ordered.array(), y.array());
        return sheet.kernel();
    }

    static Kernel gather(Buffer x, int[] from, Buffer y) {
        Worksheet sheet = sheet(y);
        sheet.copy(gathered(sheet, sheet.read(x, flat(x)), from, flat(y)).array(), y.array());
        return sheet.kernel();
    }

    static Kernel scatterAdd(Buffer x, int[] to, Buffer y) {
        Worksheet sheet = sheet(y);
        scatter(sheet, sheet.read(x, flat(x)), to, y);
        return sheet.kernel();
    }

    static Kernel place(Buffer x, int[] to, Buffer y) {
        Worksheet sheet = sheet(y);
        int size = Math.toIntExact(y.size());
        int[] from = IntStream.range(0, size).toArray();
        for (int i = 0; i < to.length; i++) {
            from[to[i]] = size + i;
        }
        Term both = sheet.fresh(Shape.of(Math.toIntExact(size + x.size())));
        sheet.call("concat", List.of(both.array()), List.of(y.array(), x.array()), 0);
        sheet.copy(gathered(sheet, both, from, flat(y)).array(), y.array());
        return sheet.kernel();
    }

    static Kernel takeRows(Buffer table, Buffer index, Buffer y) {
        Worksheet sheet = sheet(y);
        INDArray rows = rows(sheet, table, index);
        INDArray to =
                y.shaped(Shape.of(Math.toIntExact(index.size()), table.shape().dim(1)));
        sheet.call("gather", List.of(to), List.of(table.shaped(table.shape()), rows), 0);
        return sheet.kernel();
    }

    /** ND4J takes a matrix of one row, and one of one column, for a vector: the first gets a row of zeros. */
    static Kernel addRows(Buffer x, Buffer index, Buffer table) {
        Worksheet sheet = sheet(table);
        INDArray rows = rows(sheet, table, index);
        int count = Math.toIntExact(index.size());
        int width = table.shape().dim(1);
        INDArray from = x.shaped(width == 1 ? Shape.of(count) : Shape.of(count, width));
        INDArray to = width == 1 ? table.array() : table.shaped(table.shape());
        if (count == 1 && width > 1) {
            INDArray zeros = sheet.extras().array(sheet.type(), 1, width);
            INDArray two = sheet.fresh(Shape.of(2, width)).array();
            sheet.call("concat", List.of(two), List.of(from, zeros), 0);
            INDArray both = sheet.extras().array(DataType.INT, 2);
            sheet.call("concat", List.of(both), List.of(rows, sheet.extras().positions(0)), 0);
            from = two;
            rows = both;
        }
        sheet.fill(0, to);
        sheet.call(
                "unsorted_segment_sum",
                List.of(to),
                List.of(from, rows),
                table.shape().dim(0));
        return sheet.kernel();
    }

    static Kernel convolve(Filter filter, Buffer x, Buffer w, @Nullable Buffer b, Buffer y) {
        return new OperationsOnImages(sheet(y), filter).forward(x, w, b, y);
    }

    static Kernel convolveBack(Filter filter, Buffer grad, Buffer w, Buffer x) {
        return new OperationsOnImages(sheet(x), filter).back(grad, w, x);
    }

    static Kernel convolveWeights(Filter filter, Buffer x, Buffer grad, Buffer w) {
        return new OperationsOnImages(sheet(w), filter).weights(x, grad, w);
    }

    static Kernel takeLargest(Pooling pooling, Buffer x, Buffer from, Buffer y) {
        return new OperationsOnWindows(sheet(y), pooling).takeLargest(x, from, y);
    }

    static Kernel giveLargest(Pooling pooling, Buffer x, Buffer grad, Buffer result) {
        return new OperationsOnWindows(sheet(result), pooling).giveLargest(x, grad, result);
    }

    static Kernel windowMean(Pooling pooling, Buffer x, Buffer y) {
        return new OperationsOnWindows(sheet(y), pooling).mean(x, y);
    }

    static Kernel windowMeanBack(Pooling pooling, Buffer grad, Buffer result) {
        return new OperationsOnWindows(sheet(result), pooling).meanBack(grad, result);
    }

    static Kernel moments(Planes planes, Buffer x, Buffer mean, Buffer variance) {
        return new OperationsOnChannels(sheet(x), planes).moments(x, mean, variance);
    }

    static Kernel normalise(Normalising of, @Nullable Buffer beta, Buffer y) {
        return new OperationsOnChannels(sheet(y), of.planes()).normalise(of, beta, y);
    }

    static Kernel normalSums(Normalising of, Buffer grad, @Nullable Buffer sum, @Nullable Buffer products) {
        return new OperationsOnChannels(sheet(grad), of.planes()).sums(of, grad, sum, products);
    }

    static Kernel normalChange(Normalising of, Buffer direction, Buffer a, Buffer b, Buffer result) {
        return new OperationsOnChannels(sheet(result), of.planes()).change(of, direction, List.of(a, b), result);
    }

    static Kernel softmax(Shares shares, Buffer x, @Nullable Buffer allowed, Buffer y) {
        Worksheet sheet = sheet(y);
        Shape rows = Shape.of(Math.toIntExact(x.size() / shares.columns()), shares.columns());
        Term scores = sheet.read(x, rows).times(shares.scale());
        if (allowed != null) {
            scores = sheet.read(allowed, rows).equal(0).choose(Double.NEGATIVE_INFINITY, scores);
        }
        Term powers = scores.minus(scores.most()).exp();
        sheet.copy(powers.over(powers.sum()).array(), y.shaped(rows));
        return sheet.kernel();
    }

    static Kernel softmaxChange(Shares shares, Buffer y, Buffer direction, Buffer result) {
        Worksheet sheet = sheet(y);
        Shape rows = Shape.of(Math.toIntExact(y.size() / shares.columns()), shares.columns());
        Term parts = sheet.read(y, rows);
        Term moves = sheet.read(direction, rows);
        Term change = parts.times(moves.minus(parts.times(moves).sum())).times(shares.scale());
        sheet.copy(change.array(), result.shaped(rows));
        return sheet.kernel();
    }

    static Kernel gemm(Matrix a, Matrix b, Matrix c) {
        return product(a, b, false, c);
    }

    static Kernel gemmAdding(Matrix a, Matrix b, Matrix c) {
        return product(a, b, true, c);
    }

    static Kernel accumulate(Buffer x, Buffer sum) {
        DynamicCustomOp plus = Worksheet.operation("add", List.of(sum.array()), List.of(sum.array(), x.array()));
        return new Program(List.of(Program.call(plus)), sum.stop());
    }

    private static Kernel product(Matrix a, Matrix b, boolean adding, Matrix c) {
        Worksheet sheet = sheet(c.buffer());
        DynamicCustomOp product =
                Worksheet.operation("matmul", List.of(c.array()), List.of(a.array(), b.array()), flag(a), flag(b), 0);
        product.addTArgument(1.0, adding ? 1.0 : 0.0);
        sheet.add(product);
        return sheet.kernel();
    }

    private static long flag(Matrix matrix) {
        return matrix.transposed() ? 1 : 0;
    }

    /** x at positions, and 0 where a position is negative. */
    static Term gathered(Worksheet sheet, Term x, int[] from, Shape shape) {
        int size = Math.toIntExact(x.shape().size());
        Term source = x;
        int[] places = from;
        if (Arrays.stream(from).anyMatch(i -> i < 0)) {
            source = sheet.fresh(Shape.of(size + 1));
            INDArray zero = sheet.extras().array(sheet.type(), 1);
            sheet.call("concat", List.of(source.array()), List.of(x.array(), zero), 0);
            places = Arrays.stream(from).map(i -> i < 0 ? size : i).toArray();
        }
        Term result = sheet.fresh(shape);
        INDArray to = result.array().reshape('c', new long[] {shape.size()});
        INDArray positions = sheet.extras().positions(places);
        sheet.call("gather", List.of(to), List.of(source.array(), positions), 0);
        return result;
    }

    /** On zeros, adds each element of a vector at its position; negative positions are nowhere. */
    static void scatter(Worksheet sheet, Term x, int[] to, Buffer y) {
        int size = Math.toIntExact(y.size());
        int[] places = Arrays.stream(to).map(i -> i < 0 ? size : i).toArray();
        INDArray sums = sheet.fresh(Shape.of(size + 1)).array();
        sheet.fill(0, sums);
        INDArray positions = sheet.extras().positions(places);
        sheet.call("unsorted_segment_sum", List.of(sums), List.of(x.array(), positions), size + 1L);
        sheet.copy(Nd4j.create(sums.data(), new long[] {size}, new long[] {1}, 0, 'c'), y.array());
    }

    /** Row numbers of a table; the number of a row that is not there is refused when it runs. */
    private static INDArray rows(Worksheet sheet, Buffer table, Buffer index) {
        INDArray rows = sheet.extras().array(DataType.INT, index.size());
        sheet.call("cast", List.of(rows), List.of(index.array()), DataType.INT.toInt());
        int count = table.shape().dim(0);
        sheet.check(() -> {
            double least = index.array().minNumber().doubleValue();
            double most = index.array().maxNumber().doubleValue();
            if (least < 0 || most >= count) {
                long row = (long) (least < 0 ? least : most);
                throw new IndexOutOfBoundsException("row " + row + " of " + table.shape());
            }
        });
        return rows;
    }

    private static Worksheet sheet(Buffer any) {
        return new Worksheet(any);
    }

    private static Shape flat(Buffer buffer) {
        return Shape.of(Math.toIntExact(buffer.size()));
    }

    private static boolean inOrder(int[] places) {
        return IntStream.range(0, places.length).allMatch(i -> places[i] == i);
    }

    private static int[] inverse(int[] places) {
        int[] result = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            result[places[i]] = i;
        }
        return result;
    }
}
