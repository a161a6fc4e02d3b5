package chainrule.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A sweep computes what its operations compute one after the other, whatever the length, and reads and writes rows. */
class SweepTest {
    private static final Ternary MIX = (a, b, c) -> a * b - c;

    @Test
    void givesTheBitsOfTheWordsThatItJoins() {
        for (Precision precision : Precision.values()) {
            for (int size : new int[] {1, 7, 100, 512, 513, 5000}) {
                try (Words k = new Words(precision)) {
                    Buffer a = random(k, size, 1);
                    Buffer b = random(k, size, 2);
                    Buffer sum = k.scratch(a.shape());
                    Buffer bounded = k.scratch(a.shape());
                    Buffer mixed = k.scratch(a.shape());
                    Kernel.sequence(
                                    k.zip(Pairs.PLUS, a, b, sum),
                                    k.map(Functions.NEGATED, sum, bounded),
                                    k.zip(MIX, bounded, a, sum, mixed))
                            .run();
                    Buffer sumToo = k.scratch(a.shape());
                    Buffer mixedToo = k.scratch(a.shape());
                    Sweep.Draft sweep = Sweep.over(size, a);
                    Sweep.Value x = sweep.read(a);
                    Sweep.Value total = sweep.zip(Pairs.PLUS, x, sweep.read(b));
                    Sweep.Value negated = sweep.map(Functions.NEGATED, total);
                    sweep.write(total, sumToo)
                            .write(sweep.zip(MIX, negated, x, total), mixedToo)
                            .kernel()
                            .run();
                    assertThat(sumToo.snapshot()).isEqualTo(sum.snapshot());
                    assertThat(mixedToo.snapshot()).isEqualTo(mixed.snapshot());
                }
            }
        }
    }

    @Test
    void aRowIsRepeatedFromBlockToBlockWhateverItsLength() {
        for (Precision precision : Precision.values()) {
            for (int width : new int[] {1, 3, 100, 512, 700}) {
                try (Words k = new Words(precision)) {
                    Buffer row = random(k, width, 1);
                    Buffer all = k.scratch(Shape.of(7, width));
                    Sweep.Draft sweep = Sweep.over(all.size(), all);
                    sweep.write(sweep.read(View.of(row).repeated()), all)
                            .kernel()
                            .run();
                    for (int i = 0; i < all.size(); i++) {
                        assertThat(all.get(i)).isEqualTo(row.get(i % width));
                    }
                }
            }
        }
    }

    @Test
    void takesColumnsApartAndRepeatsARow() {
        for (Precision precision : Precision.values()) {
            try (Words k = new Words(precision)) {
                Buffer sums = k.holding(Tensor.of(Shape.of(2, 4), 1, 2, 3, 4, 5, 6, 7, 8));
                Buffer bias = k.holding(Tensor.vector(10, 20, 30, 40));
                Buffer right = k.scratch(Shape.of(2, 2));
                Buffer swapped = k.scratch(Shape.of(2, 4));
                Sweep.Draft sweep = Sweep.over(4, sums);
                Sweep.Value value = sweep.zip(
                        Pairs.PLUS,
                        sweep.read(View.columns(sums, 1, 2)),
                        sweep.read(View.columns(bias, 1, 2).repeated()));
                sweep.write(value, right)
                        .write(value, View.columns(swapped, 0, 2))
                        .kernel()
                        .run();
                assertThat(right.snapshot()).isEqualTo(Tensor.of(Shape.of(2, 2), 33, 44, 37, 48));
                assertThat(swapped.snapshot()).isEqualTo(Tensor.of(Shape.of(2, 4), 33, 44, 0, 0, 37, 48, 0, 0));
            }
        }
    }

    private static Buffer random(Words k, int size, long seed) {
        Random random = new Random(seed);
        return k.holding(Tensor.filled(Shape.of(size), 0).map(v -> random.nextGaussian()));
    }
}
