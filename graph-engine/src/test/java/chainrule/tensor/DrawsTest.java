package chainrule.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DrawsTest {
    @Property
    void drawsWhatTheGeneratorOfTheJdkDraws(@ForAll long seed, @ForAll @IntRange(min = 1) int bound) {
        Random random = new Random(seed);
        Draws draws = new Draws(seed);
        for (int i = 0; i < 5; i++) {
            assertThat(draws.nextDouble()).isEqualTo(random.nextDouble());
            assertThat(draws.nextInt(bound)).isEqualTo(random.nextInt(bound));
            assertThat(draws.nextGaussian()).isEqualTo(random.nextGaussian());
            assertThat(draws.nextLong()).isEqualTo(random.nextLong());
        }
    }

    @Property
    void shufflesAsTheGeneratorOfTheJdkDoes(@ForAll long seed, @ForAll @IntRange(max = 50) int size) {
        List<Integer> ours = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        List<Integer> theirs = new ArrayList<>(ours);
        Collections.shuffle(ours, new Draws(seed));
        Collections.shuffle(theirs, new Random(seed));
        assertThat(ours).isEqualTo(theirs);
    }

    @Property
    void goesBackToWhereItWas(@ForAll long seed, @ForAll long other, @ForAll @IntRange(max = 20) int drawn) {
        Draws draws = new Draws(seed);
        for (int i = 0; i < drawn; i++) {
            draws.nextDouble();
        }
        long place = draws.place();
        double next = draws.nextDouble();
        Draws elsewhere = new Draws(other);
        elsewhere.moveTo(place);
        assertThat(elsewhere.place()).isEqualTo(place);
        assertThat(elsewhere.nextDouble()).isEqualTo(next);
    }
}
