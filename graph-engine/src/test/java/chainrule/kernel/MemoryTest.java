package chainrule.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Buffers cut from shared arrays: each is zeros of its own, small or large, whatever lies beside it. */
class MemoryTest {
    @Test
    void buffersDoNotTouchEachOther() {
        for (Precision precision : Precision.values()) {
            try (Memory memory = new Memory(precision, 1 << 26)) {
                List<Buffer> all = new ArrayList<>();
                for (int size : new int[] {1, 3, 16, 17, 1000, 1, 20_000, 2, 1 << 14, 5}) {
                    Buffer buffer = memory.allocate(Shape.of(size));
                    assertThat(buffer.snapshot().toArray()).containsOnly(0);
                    buffer.fill(all.size() + 1);
                    all.add(buffer);
                }
                for (int i = 0; i < all.size(); i++) {
                    assertThat(all.get(i).snapshot().toArray()).containsOnly(i + 1);
                }
            }
        }
    }

    @Test
    void nativeOperationsSeeTheElementsOfTheirBufferOnly() {
        for (Precision precision : Precision.values()) {
            try (Memory memory = new Memory(precision, 1 << 26)) {
                memory.allocate(Shape.of(7)).fill(9);
                Buffer x = memory.allocate(Shape.of(6000));
                Buffer y = memory.allocate(Shape.of(6000));
                Buffer after = memory.allocate(Shape.of(3));
                x.load(Tensor.filled(Shape.of(6000), 0.5));
                y.array().assign(x.array());
                y.array().muli(2);
                assertThat(y.snapshot().toArray()).containsOnly(1);
                assertThat(x.snapshot().toArray()).containsOnly(0.5);
                assertThat(after.snapshot().toArray()).containsOnly(0);
            }
        }
    }

    @Test
    void productsReadTheirFactorsWhereTheyLie() {
        for (Precision precision : Precision.values()) {
            try (Memory memory = new Memory(precision, 1 << 26)) {
                memory.allocate(Shape.of(5)).fill(9);
                Buffer a = memory.allocate(Shape.of(2, 2));
                Buffer b = memory.allocate(Shape.of(2, 1));
                Buffer c = memory.allocate(Shape.of(2, 1));
                a.load(Tensor.of(Shape.of(2, 2), 1, 2, 3, 4));
                b.load(Tensor.of(Shape.of(2, 1), 5, 6));
                new Gemm(Matrix.of(a, 2, 2), Matrix.of(b, 2, 1), false, Matrix.of(c, 2, 1)).run();
                assertThat(c.get(0)).isCloseTo(17, within(1e-12));
                assertThat(c.get(1)).isCloseTo(39, within(1e-12));
            }
        }
    }

    @Test
    void aRowIsOneVectorAndItsParts() {
        try (Memory memory = new Memory(Precision.DOUBLE, 1 << 20)) {
            Row row = memory.allocateRow(List.of(Shape.scalar(), Shape.of(2, 2), Shape.of(20)));
            row.parts().get(1).fill(3);
            Buffer whole = Objects.requireNonNull(row.whole());
            assertThat(whole.size()).isEqualTo(25);
            assertThat(whole.get(0)).isZero();
            assertThat(whole.get(4)).isEqualTo(3);
            assertThat(whole.get(5)).isZero();
            assertThat(memory.used()).isEqualTo(25 * 8);
            assertThat(memory.allocateRow(List.of()).whole()).isNull();
        }
    }

    @Test
    void theBudgetHolds() {
        try (Memory memory = new Memory(Precision.FLOAT, 100)) {
            memory.allocate(Shape.of(20));
            assertThatThrownBy(() -> memory.allocate(Shape.of(6))).hasMessage("24 bytes asked for, 20 left");
            assertThatThrownBy(() -> memory.allocateRow(List.of(Shape.of(6)))).hasMessageContaining("20 left");
        }
    }
}
