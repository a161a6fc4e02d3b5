package chainrule.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which products are cut along their sum, and that the pieces add up. */
class PiecesTest {
    @ParameterizedTest
    @CsvSource({
        "32, 256, 64, true",
        "32, 256, 32, false",
        "64, 128, 128, true",
        "5, 300, 61, true",
        "2, 2000, 30, false",
        "16, 16, 5000, true",
        "200, 200, 100, false"
    })
    void piecesAddUpToTheWhole(int rows, int columns, int length, boolean cut) {
        for (boolean adding : new boolean[] {false, true}) {
            try (Words k = new Words(Precision.FLOAT)) {
                Matrix a = Matrix.of(k.random(Shape.of(rows, length), 1), rows, length);
                Matrix b = Matrix.of(k.random(Shape.of(length, columns), 2), length, columns);
                Buffer sum = k.random(Shape.of(rows, columns), 3);
                double before = sum.get(columns + 1);
                Matrix c = Matrix.of(sum, rows, columns);
                assertThat(Pieces.worthwhile(a, b, c)).isEqualTo(cut);
                (adding ? k.gemmAdding(a, b, c) : k.gemm(a, b, c)).run();
                double expected = adding ? before : 0;
                for (int i = 0; i < length; i++) {
                    expected += a.buffer().get(length + i) * b.buffer().get((long) i * columns + 1);
                }
                assertThat(sum.get(columns + 1)).isCloseTo(expected, within(1e-5 * length));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"32, 256, 64", "40, 90, 2000"})
    void theTransposeOnTheLeftIsCutAsWell(int rows, int columns, int length) {
        try (Words k = new Words(Precision.DOUBLE)) {
            Matrix a =
                    Matrix.of(k.random(Shape.of(length, rows), 1), length, rows).transpose();
            Matrix b = Matrix.of(k.random(Shape.of(length, columns), 2), length, columns);
            Buffer sum = k.scratch(Shape.of(rows, columns));
            Matrix c = Matrix.of(sum, rows, columns);
            assertThat(Pieces.worthwhile(a, b, c)).isTrue();
            k.gemm(a, b, c).run();
            double expected = 0;
            for (int i = 0; i < length; i++) {
                expected += a.buffer().get((long) i * rows + 2) * b.buffer().get((long) i * columns + 3);
            }
            assertThat(sum.get(2L * columns + 3)).isCloseTo(expected, within(1e-10));
        }
    }
}
