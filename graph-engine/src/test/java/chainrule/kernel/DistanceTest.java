package chainrule.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import org.junit.jupiter.api.Test;

/** Weighted distances and their squares, one by one and in total. */
class DistanceTest {
    @Test
    void blocksAndTotalsFollowTheSingleDistances() {
        for (boolean squared : new boolean[] {true, false}) {
            Distance distance = new Distance(0.5, squared);
            try (Words k = new Words(Precision.FLOAT)) {
                Buffer a = k.random(Shape.of(3000), 1);
                Buffer b = k.random(Shape.of(3000), 2);
                Buffer y = k.scratch(Shape.of(3000));
                Buffer total = k.scratch(Shape.scalar());
                k.zip(distance, a, b, y).run();
                distance.total(a, b, 4, total).run();
                double sum = 0;
                for (int i = 0; i < a.size(); i++) {
                    assertThat(y.get(i)).isCloseTo(distance.at(a.get(i), b.get(i)), within(1e-5));
                    sum += distance.at(a.get(i), b.get(i));
                }
                assertThat(total.get(0)).isCloseTo(sum / 4, within(1e-2));
            }
        }
    }

    @Test
    void doublesHaveNoSuchTotal() {
        try (Words k = new Words(Precision.DOUBLE)) {
            Buffer x = k.scratch(Shape.of(100));
            assertThat(Distance.fits(x, x)).isFalse();
            assertThatThrownBy(() -> new Distance(1, true).total(x, x, 1, x)).hasMessage("distances of 100 and 100");
        }
    }
}
