package chainrule.health;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.tensor.Tensor;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Every number is in one range, and in the right one. */
class HistogramTest {
    @Property(tries = 300)
    void everyNumberIsCountedOnceWhereItBelongs(
            @ForAll @Size(min = 1, max = 60) double[] numbers, @ForAll @IntRange(min = 1, max = 40) int ranges) {
        Histogram histogram = Histogram.of(Tensor.vector(numbers), ranges);
        assertThat(histogram.total()).isEqualTo(numbers.length);
        double[] finite =
                Arrays.stream(numbers).filter(Double::isFinite).sorted().toArray();
        assertThat(histogram.nonFinite()).isEqualTo(numbers.length - finite.length);
        if (finite.length > 0) {
            assertThat(histogram.low()).isEqualTo(finite[0]);
            assertThat(histogram.high()).isEqualTo(finite[finite.length - 1]);
            assertThat(histogram.counts().get(0)).isPositive();
            assertThat(histogram.counts().get(histogram.counts().size() - 1)).isPositive();
        }
    }

    @Property(tries = 200)
    void theOrderDoesNotMatter(@ForAll @Size(min = 1) List<@IntRange(min = -50, max = 50) Integer> numbers) {
        List<Integer> shuffled = new java.util.ArrayList<>(numbers);
        Collections.reverse(shuffled);
        assertThat(Histogram.of(vector(shuffled), 10)).isEqualTo(Histogram.of(vector(numbers), 10));
    }

    private static Tensor vector(List<Integer> numbers) {
        return Tensor.vector(numbers.stream().mapToDouble(Integer::doubleValue).toArray());
    }

    @Example
    void saysHowManyAreInEachRange() {
        Histogram histogram = Histogram.of(Tensor.vector(0, 0, 1, 2, 3, 4, Double.NaN), 4);
        assertThat(histogram.counts()).containsExactly(2, 1, 1, 2);
        assertThat(histogram.zeros()).isEqualTo(2);
        assertThat(histogram.nonFinite()).isEqualTo(1);
        assertThat(histogram.most()).isEqualTo(2);
        assertThat(histogram.from(1)).isEqualTo(1);
        assertThat(Histogram.of(Tensor.vector(5, 5), 4).counts()).containsExactly(2);
        assertThat(Histogram.of(Tensor.vector(Double.NaN), 4).total()).isEqualTo(1);
    }
}
