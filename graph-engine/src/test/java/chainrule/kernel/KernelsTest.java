package chainrule.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KernelsTest {
    private static final Binary MIX = (p, q) -> p * q + p;

    @Property(tries = 300)
    void zipBroadcastsAndSumsLikeTheNaiveLoop(
            @ForAll("shapes") Shape a, @ForAll("shapes") Shape b, @ForAll("shapes") Shape y, @ForAll long seed) {
        Assume.that(a.broadcastsWith(b)
                && a.broadcast(b).broadcastsWith(y)
                && a.broadcast(b).broadcast(y).equals(a.broadcast(b)));
        Tensor left = random(a, seed);
        Tensor right = random(b, seed + 1);
        try (Words k = new Words(Precision.DOUBLE)) {
            Buffer result = k.scratch(y);
            k.zip(MIX, k.holding(left), k.holding(right), result).run();
            assertClose(result.snapshot(), naive(left, right, y), 1e-12);
        }
    }

    @Example
    void largeAndSmallBuffersAgreeNatively() {
        for (Precision precision : Precision.values()) {
            for (Functions function : Functions.values()) {
                for (int size : new int[] {1, 4095, 4096, 10_000}) {
                    Tensor x = random(Shape.of(size), size);
                    try (Words k = new Words(precision)) {
                        Buffer y = k.scratch(x.shape());
                        k.map(function, k.holding(x), y).run();
                        double tolerance = precision == Precision.DOUBLE ? 1e-14 : 1e-6;
                        assertClose(y.snapshot(), x.map(function::at), tolerance);
                    }
                }
            }
        }
    }

    @Example
    void lanesReduceAlongAnyAxes() {
        Tensor x = Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
        Lane sum = (in, out) -> {
            out[0] = 0;
            for (double v : in[0]) {
                out[0] += v;
            }
        };
        try (Words k = new Words(Precision.DOUBLE)) {
            assertThat(reduced(k, sum, x, List.of(0), Shape.of(3))).isEqualTo(Tensor.vector(5, 7, 9));
            assertThat(reduced(k, sum, x, List.of(1), Shape.of(2))).isEqualTo(Tensor.vector(6, 15));
            assertThat(reduced(k, sum, x, List.of(0, 1), Shape.scalar())).isEqualTo(Tensor.scalar(21));
        }
    }

    @Example
    void gatherAndScatterAreTransposes() {
        int[] from = {2, -1, 0, 2};
        Tensor x = Tensor.vector(1, 2, 3);
        Tensor g = Tensor.vector(10, 20, 30, 40);
        try (Words k = new Words(Precision.DOUBLE)) {
            Buffer gathered = k.scratch(Shape.of(4));
            Buffer scattered = k.scratch(Shape.of(3));
            k.gather(k.holding(x), from, gathered).run();
            k.scatterAdd(k.holding(g), from, scattered).run();
            assertThat(gathered.snapshot()).isEqualTo(Tensor.vector(3, 0, 1, 3));
            assertThat(scattered.snapshot()).isEqualTo(Tensor.vector(30, 0, 50));
        }
    }

    @Example
    void rowsAreTakenAndAddedByIndex() {
        try (Words k = new Words(Precision.DOUBLE)) {
            Buffer table = k.holding(Tensor.of(Shape.of(3, 2), 1, 2, 3, 4, 5, 6));
            Buffer index = k.holding(Tensor.vector(2, 2));
            Buffer rows = k.scratch(Shape.of(2, 2));
            k.takeRows(table, index, rows).run();
            assertThat(rows.snapshot().toArray()).containsExactly(5, 6, 5, 6);
            k.addRows(rows, index, table).run();
            assertThat(table.snapshot().toArray()).containsExactly(0, 0, 0, 0, 10, 12);
            assertRefused(() -> k.takeRows(table, rows, rows));
            Kernel beyond = k.takeRows(table, k.holding(Tensor.vector(0, 3)), rows);
            assertThatThrownBy(beyond::run).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Example
    void wordsRefuseOperandsThatDoNotFit() {
        try (Words k = new Words(Precision.DOUBLE)) {
            Buffer two = k.scratch(Shape.of(2));
            Buffer three = k.scratch(Shape.of(3));
            int[] beyond = {0, 3};
            int[] tooMany = {0, 1, 2};
            assertRefused(() -> k.copy(two, three));
            assertRefused(() -> k.map(v -> v, two, three));
            assertRefused(() -> k.gather(three, beyond, two));
            assertRefused(() -> k.gather(three, tooMany, two));
            assertRefused(() -> k.place(two, beyond, three));
            assertRefused(() -> Kernels.accumulate(two, three));
            assertRefused(() -> k.gemm(Matrix.of(two, 1, 2), Matrix.of(three, 3, 1), Matrix.of(two, 1, 1)));
            assertRefused(() -> Matrix.of(two, 2, 2));
        }
    }

    @Example
    void aWalkRepeatsWithStrideZeroAndGoesBackWithANegativeOne() {
        assertThat(Walk.positions(Shape.of(2, 2), new long[] {1, 0}, 0)).containsExactly(0, 0, 1, 1);
        assertThat(Walk.positions(Shape.of(3), new long[] {-1}, 2)).containsExactly(2, 1, 0);
        assertThat(Walk.positions(Shape.scalar(), new long[0], 4)).containsExactly(4);
    }

    @Property
    void aWalkByTheStridesOfAShapeMeetsEveryElementInOrder(@ForAll("shapes") Shape shape) {
        int[] positions = Walk.positions(shape, shape.strides(), 0);
        for (int i = 0; i < positions.length; i++) {
            assertThat(positions[i]).isEqualTo(i);
        }
    }

    @Example
    void memoryBeyondTheBudgetIsRefused() {
        try (Memory memory = new Memory(Precision.FLOAT, 40)) {
            memory.allocate(Shape.of(10));
            assertThat(memory.used()).isEqualTo(40);
            assertThatThrownBy(() -> memory.allocate(Shape.scalar())).isInstanceOf(IllegalStateException.class);
        }
    }

    @Provide
    static Arbitrary<Shape> shapes() {
        return Arbitraries.of(1, 1, 2, 3)
                .array(Integer[].class)
                .ofMaxSize(3)
                .map(dims -> Shape.of(java.util.Arrays.stream(dims)
                        .mapToInt(Integer::intValue)
                        .toArray()));
    }

    private static Tensor reduced(Words k, Lane lane, Tensor x, List<Integer> axes, Shape shape) {
        Buffer y = k.scratch(shape);
        k.lanes(lane, x.shape(), axes, List.of(k.holding(x)), y).run();
        return y.snapshot();
    }

    /** Every element of the common shape, by its index, one at a time. */
    private static Tensor naive(Tensor a, Tensor b, Shape y) {
        Shape all = a.shape().broadcast(b.shape());
        double[] result = new double[(int) y.size()];
        for (int i = 0; i < all.size(); i++) {
            result[at(all, i, y)] += MIX.at(a.at(at(all, i, a.shape())), b.at(at(all, i, b.shape())));
        }
        return Tensor.of(y, result);
    }

    private static int at(Shape all, int position, Shape part) {
        int left = position;
        int result = 0;
        int step = 1;
        for (int axis = 1; axis <= all.rank(); axis++) {
            int index = left % all.dim(-axis);
            left /= all.dim(-axis);
            if (axis <= part.rank()) {
                result += part.dim(-axis) == 1 ? 0 : index * step;
                step *= part.dim(-axis);
            }
        }
        return result;
    }

    private static Tensor random(Shape shape, long seed) {
        Random random = new Random(seed);
        return Tensor.filled(shape, 0).map(v -> random.nextGaussian());
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable word) {
        assertThatThrownBy(word).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertClose(Tensor actual, Tensor expected, double tolerance) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.at(i))
                    .isCloseTo(expected.at(i), within(tolerance * Math.max(1, Math.abs(expected.at(i)))));
        }
    }
}
