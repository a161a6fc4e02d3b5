package chainrule.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which element-wise operations can be one kernel, and that they then give what they give alone. */
class PointwiseTest {
    private final Words k = new Words(Precision.DOUBLE);
    private final Buffer x = k.holding(Tensor.filled(Shape.of(10, 5), 2));
    private final Buffer row = k.holding(Tensor.vector(1, 2, 3, 4, 5));
    private final Buffer y = k.scratch(Shape.of(10, 5));

    @Test
    void aRowThatIsRepeatedAndAnOverwrittenResultAreJoined() {
        Pointwise first = (Pointwise) k.zip(Pairs.PLUS, x, row, y);
        Pointwise second = (Pointwise) k.zip(Pairs.TIMES, y, x, y);
        assertThat(second.joins(first)).isTrue();
        Pointwise.joined(List.of(first, second)).run();
        Tensor together = y.snapshot();
        first.run();
        second.run();
        assertThat(y.snapshot()).isEqualTo(together);
        assertThat(y.get(4)).isEqualTo(14);
        k.close();
    }

    @Test
    void whatWouldWriteOverAnothersMemoryIsNotJoined() {
        Buffer sameMemory = x.beginning(Shape.of(10, 5));
        Pointwise first = (Pointwise) k.zip(Pairs.PLUS, x, row, y);
        assertThat(((Pointwise) k.zip(Pairs.PLUS, y, y, sameMemory)).joins(first))
                .isFalse();
        Buffer longer = k.scratch(Shape.of(10, 6));
        assertThat(((Pointwise) k.zip(Pairs.PLUS, longer, longer, longer)).joins(first))
                .isFalse();
        k.close();
    }

    @Test
    void sumsAndColumnsRunAlone() {
        Buffer column = k.scratch(Shape.of(10, 1));
        assertThat(k.zip(Pairs.PLUS, x, column, y)).isNotInstanceOf(Pointwise.class);
        assertThat(k.map(Functions.SAME, x, row)).isNotInstanceOf(Pointwise.class);
        k.close();
    }
}
