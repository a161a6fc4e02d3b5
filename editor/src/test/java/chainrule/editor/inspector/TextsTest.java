package chainrule.editor.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainrule.editor.action.NumberText;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, shapes and blocks of numbers as they are typed and pasted. */
class TextsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5|0.5",
                "0,5|0.5",
                " -2 |-2",
                "−2|-2",
                "1e-3|0.001",
                "1/4|0.25",
                ".5|0.5",
                "3.|3",
                "∞|Infinity",
                "-inf|-Infinity"
            })
    void readsANumber(String text, double value) {
        assertThat(NumberText.read(text)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1.2.3", "1,2,3", "--1", "1/", "0x1p3", "1d", "٣x"})
    void whatIsNoNumberIsNone(String text) {
        assertThat(NumberText.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -12, 0.1, 1.0 / 3, 1e-300, 6.02e23, Double.POSITIVE_INFINITY, 123456789012L})
    void whatIsWrittenReadsBack(double value) {
        assertThat(NumberText.read(NumberText.write(value))).hasValue(value);
    }

    @Test
    void readsAShape() {
        assertThat(ShapeText.read("2 × 3")).contains(Shape.of(2, 3));
        assertThat(ShapeText.read("2x3x4")).contains(Shape.of(2, 3, 4));
        assertThat(ShapeText.read("[5]")).contains(Shape.of(5));
        assertThat(ShapeText.read("")).contains(Shape.scalar());
        assertThat(ShapeText.read("0")).isEmpty();
        assertThat(ShapeText.read("two")).isEmpty();
        assertThat(ShapeText.read("99999 × 99999")).isEmpty();
    }

    @Test
    void elementsKeepTheirPlaceInAnotherShape() {
        Tensor matrix = Tensor.of(Shape.of(2, 2), 1, 2, 3, 4);
        assertThat(ShapeText.reshaped(matrix, Shape.of(2, 3))).isEqualTo(Tensor.of(Shape.of(2, 3), 1, 2, 0, 3, 4, 0));
        assertThat(ShapeText.reshaped(matrix, Shape.of(4))).isEqualTo(Tensor.vector(1, 2, 3, 4));
        assertThat(ShapeText.reshaped(matrix, Shape.of(1))).isEqualTo(Tensor.vector(1));
        assertThat(ShapeText.reshaped(Tensor.vector(1, 2), Shape.of(2, 2)))
                .isEqualTo(Tensor.of(Shape.of(2, 2), 1, 2, 0, 0));
        assertThat(ShapeText.reshaped(Tensor.scalar(7), Shape.of(2))).isEqualTo(Tensor.vector(7, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1\t2\n3\t4.5",
                "1\t2\r\n3\t4,5\r\n",
                "1;2\n3;4,5",
                "1, 2\n3, 4.5",
                "1 2\n3 4.5",
                "[[1, 2], [3, 4.5]]",
                "1,2\n3,4.5"
            })
    void readsABlockOfNumbers(String text) throws SpreadsheetText.Refused {
        assertThat(SpreadsheetText.read(text)).isEqualTo(Tensor.of(Shape.of(2, 2), 1, 2, 3, 4.5));
    }

    @Test
    void aColumnWithDecimalCommasIsAColumn() throws SpreadsheetText.Refused {
        assertThat(SpreadsheetText.read("1,5\n2,5\n")).isEqualTo(Tensor.of(Shape.of(2, 1), 1.5, 2.5));
    }

    @Test
    void saysWhatIsWrongWithABlock() {
        assertThatThrownBy(() -> SpreadsheetText.read("1\t2\n3"))
                .hasMessage("Row 2 has 1 number and row 1 has 2: every row should have as many.");
        assertThatThrownBy(() -> SpreadsheetText.read("1\tabc"))
                .hasMessage("“abc” in row 1, column 2 is not a number.");
        assertThatThrownBy(() -> SpreadsheetText.read(" \n")).hasMessage("The clipboard holds no numbers.");
    }

    @Test
    void whatIsCopiedCanBePasted() throws SpreadsheetText.Refused {
        Tensor block = Tensor.of(Shape.of(2, 2), 1, -0.1, 1e-9, 4);
        assertThat(SpreadsheetText.read(SpreadsheetText.write(block))).isEqualTo(block);
    }
}
