package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindableTest {
    @Test
    void whatIsCalledThatComesBeforeWhatOnlyMentionsIt() {
        List<String> found = Stream.of("Step by training step", "Retraining", "Training data", "Training")
                .map(FindableTest::named)
                .filter(f -> f.fits("training"))
                .sorted(Comparator.comparing(f -> f.distance("training")))
                .map(Findable::name)
                .toList();
        assertThat(found).containsExactly("Training", "Training data", "Step by training step", "Retraining");
    }

    @Test
    void aPresetIsFoundByItsId() {
        assertThat(new Findable("Open Two inputs, two hidden neurons", "b3-mazur", true, () -> {}).fits("b3-maz"))
                .isTrue();
    }

    @Test
    void whyItCannotBeDoneIsNotItsName() {
        Findable next = new Findable("Next step", "There is one pass only", false, () -> {});
        assertThat(next.fits("one pass")).isFalse();
        assertThat(next.fits("step next")).isTrue();
    }

    private static Findable named(String name) {
        return new Findable(name, "", true, () -> {});
    }
}
