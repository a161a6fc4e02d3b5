package chainrule.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which kernels go row by row together, and that they then give what they give one after the other. */
class RowChainTest {
    private static final Shape SHAPE = Shape.of(3, 4);
    private static final Lane SUM_BEFORE = (in, out) -> {
        double sum = 0;
        for (int i = 0; i < out.length; i++) {
            sum += in[0][i];
            out[i] = sum;
        }
    };

    private final Words k = new Words(Precision.FLOAT);
    private final Buffer x = k.holding(Tensor.of(SHAPE, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
    private final Buffer y = k.scratch(SHAPE);
    private final Buffer z = k.scratch(SHAPE);
    private final Buffer u = k.scratch(SHAPE);
    private final Kernel first = sums(x, y);
    private final Kernel between = k.map(Functions.SQUARED, y, z);
    private final Kernel last = sums(z, u);

    private Kernel sums(Buffer from, Buffer to) {
        return k.lanes(SUM_BEFORE, SHAPE, List.of(1), List.of(from), to);
    }

    @AfterEach
    void close() {
        k.close();
    }

    @Test
    void whatGoesByRowsIsOneKernel() {
        List<Kernel> joined = RowChain.joined(List.of(first, between, last));
        assertThat(joined).hasSize(1);
        joined.get(0).run();
        assertThat(u.snapshot()).isEqualTo(Tensor.of(SHAPE, 1, 10, 46, 146, 25, 146, 470, 1146, 81, 442, 1342, 3106));
        Tensor together = z.snapshot();
        first.run();
        between.run();
        assertThat(z.snapshot()).isEqualTo(together);
    }

    @Test
    void elementWiseWorkAtTheEndIsLeftToASweep() {
        assertThat(RowChain.joined(List.of(first, between))).containsExactly(first, between);
        assertThat(RowChain.joined(List.of(between, last))).containsExactly(between, last);
    }

    @Test
    void rowsOfAnotherLengthAreAnotherKernel() {
        Buffer turned = k.scratch(Shape.of(4, 3));
        Kernel other = k.lanes(SUM_BEFORE, Shape.of(4, 3), List.of(1), List.of(y), turned);
        assertThat(RowChain.joined(List.of(first, other))).containsExactly(first, other);
    }

    @Test
    void whatIsLookedAtBeforehandComesFirst() {
        Check check = new Check(x, () -> {});
        List<Kernel> joined = RowChain.joined(List.of(first, check, between, last));
        assertThat(joined).hasSize(2).startsWith(check);
        Check ofResult = new Check(y, () -> {});
        assertThat(RowChain.joined(List.of(first, ofResult, last))).containsExactly(first, ofResult, last);
    }

    @Test
    void memoryThatIsTakenOverRowByRowIsNoHindrance() {
        Kernel over = sums(z, y.beginning(SHAPE));
        assertThat(RowChain.joined(List.of(first, between, over))).hasSize(1);
        Kernel shifted = sums(z, y.part(0, Shape.of(3)));
        assertThat(RowChain.joined(List.of(first, between, shifted))).hasSize(3);
    }
}
