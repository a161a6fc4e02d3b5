package chainrule.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sum of the rows of a matrix: alone, added to a sum, and over matrices that lie one after the other. */
class ColumnSumsTest {
    private static final int COLUMNS = 5;

    @Test
    void sumsTheRowsHoweverManyThereAre() {
        for (Precision precision : Precision.values()) {
            for (int rows : new int[] {13, 128, 129, 300}) {
                try (Words k = new Words(precision)) {
                    Buffer x = k.random(Shape.of(rows, COLUMNS), rows);
                    Buffer y = k.random(Shape.of(COLUMNS), 1);
                    Kernel sums = k.map(Functions.SAME, x, y);
                    assertThat(sums).isInstanceOf(ColumnSums.class);
                    sums.run();
                    assertSums(List.of(x), 0, y);
                    ((ColumnSums) sums).addedTo(y).run();
                    assertSums(List.of(x, x), 0, y);
                }
            }
        }
    }

    @Test
    void floatsOfALongSumAreAddedUpInDouble() {
        try (Words k = new Words(Precision.FLOAT)) {
            Buffer x = k.scratch(Shape.of(4_000_000, 2));
            x.fill(0.1);
            Buffer y = k.scratch(Shape.of(2));
            k.map(Functions.SAME, x, y).run();
            assertThat(y.get(1)).isCloseTo(400_000, within(1.0));
        }
    }

    @Test
    void matricesThatFollowEachOtherAreOne() {
        try (Words k = new Words(Precision.FLOAT);
                Memory memory = new Memory(Precision.FLOAT, 1 << 20)) {
            Shape shape = Shape.of(40, COLUMNS);
            List<Buffer> row = memory.allocateRow(List.of(shape, shape, shape)).parts();
            Buffer y = k.scratch(Shape.of(COLUMNS));
            List<Summand> all = new ArrayList<>();
            for (Buffer x : row) {
                x.load(k.random(shape, all.size()).snapshot());
                all.add(0, ColumnSums.of(k, x, y));
            }
            List<? extends Kernel> together = Summand.summed(all, y);
            assertThat(together).hasSize(1);
            together.forEach(Kernel::run);
            assertSums(row, 0, y);
            List<? extends Kernel> apart = Summand.summed(List.of(all.get(0), all.get(2)), y);
            assertThat(apart).hasSize(2);
            apart.forEach(Kernel::run);
            assertSums(List.of(row.get(0), row.get(2)), 0, y);
        }
    }

    @Test
    void aProductAndASumMeetInOnePlace() {
        try (Words k = new Words(Precision.DOUBLE)) {
            Buffer x = k.random(Shape.of(30, COLUMNS), 1);
            Buffer y = k.scratch(Shape.of(COLUMNS));
            Buffer three = k.holding(Tensor.scalar(3));
            Buffer ones = k.holding(Tensor.filled(Shape.of(COLUMNS), 1));
            Gemm product = (Gemm) k.gemm(Matrix.of(three, 1, 1), Matrix.of(ones, 1, COLUMNS), Matrix.of(y, 1, COLUMNS));
            Summand.summed(List.of(product, ColumnSums.of(k, x, y)), y).forEach(Kernel::run);
            assertSums(List.of(x), 3, y);
        }
    }

    @Test
    void whatIsNotARowOfTheLastAxesIsSummedElseHow() {
        try (Words k = new Words(Precision.FLOAT)) {
            Buffer x = k.scratch(Shape.of(20, COLUMNS));
            assertThat(ColumnSums.fits(x, k.scratch(Shape.of(20, 1)))).isFalse();
            assertThat(ColumnSums.fits(x, k.scratch(Shape.scalar()))).isFalse();
            assertThat(ColumnSums.fits(x, k.scratch(Shape.of(20, COLUMNS)))).isFalse();
            assertThat(ColumnSums.fits(k.scratch(Shape.of(3, COLUMNS)), k.scratch(Shape.of(COLUMNS))))
                    .isFalse();
        }
    }

    private static void assertSums(List<Buffer> all, double start, Buffer y) {
        double tolerance = y.precision() == Precision.DOUBLE ? 1e-12 : 1e-3;
        for (int column = 0; column < COLUMNS; column++) {
            double sum = start;
            for (Buffer x : all) {
                for (int i = column; i < x.size(); i += COLUMNS) {
                    sum += x.get(i);
                }
            }
            assertThat(y.get(column)).isCloseTo(sum, within(tolerance));
        }
    }
}
