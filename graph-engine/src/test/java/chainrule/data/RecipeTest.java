package chainrule.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chainrule.data.ImagePatterns.Pattern;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the reference numbers leave open. */
class RecipeTest {
    @Test
    void aTextBecomesWindowsOfIndicesIntoItsSortedCharacters() {
        TextWindows hello = new TextWindows("hello", 2);
        assertThat(new String(hello.vocabulary(), 0, 4)).isEqualTo("ehlo");
        assertThat(hello.make().x()).isEqualTo(Tensor.of(Shape.of(3, 2), 1, 0, 0, 2, 2, 2));
        assertThat(hello.make().y()).isEqualTo(Tensor.vector(2, 2, 3));
    }

    @Test
    void aCharacterOutsideTheBasicPlaneIsOneCharacter() {
        assertThat(new TextWindows("a😀b😀", 1).make().x()).isEqualTo(Tensor.of(Shape.of(3, 1), 0, 2, 1));
    }

    @Test
    void patternsAreWhatTheyAreCalled() {
        assertThat(row(Pattern.STEP)).containsExactly(0, 0, 1, 1);
        assertThat(row(Pattern.RAMP)).containsExactly(0, 1 / 3.0, 2 / 3.0, 1);
        assertThat(row(Pattern.STRIPES)).containsExactly(0, 0, 1, 1);
        assertThat(picture(Pattern.CHECKER).toArray()).containsExactly(0, 0, 1, 1, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 0, 0);
        assertThat(picture(Pattern.DISC).toArray()).containsExactly(0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0);
    }

    @Test
    void withoutAPatternThereIsOnePictureOfEach() {
        DataSet all = new ImagePatterns(4, Optional.empty()).make();
        assertThat(all.x().shape()).isEqualTo(Shape.of(5, 1, 4, 4));
        assertThat(all.y()).isEqualTo(Tensor.vector(0, 1, 2, 3, 4));
        assertThat(new ImagePatterns(4, Optional.of(Pattern.DISC)).make().y()).isEqualTo(Tensor.vector(3));
    }

    @Test
    void noisyPixelsStayWithinTheirRange() {
        Tensor x = new GlyphDigits(20, List.of(3, 8), 0.5, 1).make().x();
        assertThat(java.util.Arrays.stream(x.toArray()).boxed())
                .allMatch(p -> p >= 0 && p <= 1)
                .anyMatch(p -> p > 0 && p < 1);
    }

    @Test
    void pointsWithoutNoiseLieOnTheirCurve() {
        Tensor circles = new Circles(6, 0, 0.5, 1).make().x();
        for (int i = 0; i < 6; i++) {
            assertThat(Math.hypot(circles.at(2 * i), circles.at(2 * i + 1))).isCloseTo(i < 3 ? 1 : 0.5, within(1e-15));
        }
        Tensor line = new Line(3, 2, -0.5, 0, 1).make().y();
        assertThat(line).isEqualTo(Tensor.of(Shape.of(3, 1), -2.5, -0.5, 1.5));
    }

    @Test
    void aDataSetHasAnAnswerForEveryExample() {
        assertThatThrownBy(() -> new DataSet(Tensor.vector(1, 2), Tensor.vector(1)))
                .hasMessage("x of 2 and y of 1");
    }

    private static double[] row(Pattern pattern) {
        return java.util.Arrays.copyOf(picture(pattern).toArray(), 4);
    }

    private static Tensor picture(Pattern pattern) {
        return new ImagePatterns(4, Optional.of(pattern)).make().x();
    }
}
