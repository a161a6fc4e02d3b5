package chainrule.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharesTest {
    @Test
    void sharesAndTheirChangesFollowTheDefinition() {
        for (Precision precision : Precision.values()) {
            for (int columns : List.of(1, 3, 10, 64, 1024, 1500)) {
                for (boolean masked : List.of(false, true)) {
                    try (Words k = new Words(precision)) {
                        check(k, columns, masked, precision == Precision.FLOAT ? 2e-6 : 1e-13);
                    }
                }
            }
        }
    }

    @Test
    void productsInPiecesAreTheProduct() {
        for (Precision precision : Precision.values()) {
            for (boolean transposed : List.of(false, true)) {
                try (Words k = new Words(precision)) {
                    Buffer a = k.random(Shape.of(20 * 6000), 1);
                    Buffer b = k.random(Shape.of(6000 * 30), 2);
                    Buffer c = k.scratch(Shape.of(20, 30));
                    c.fill(1);
                    Matrix left = transposed ? Matrix.of(a, 6000, 20).transpose() : Matrix.of(a, 20, 6000);
                    Kernel product = k.gemm(left, Matrix.of(b, 6000, 30), Matrix.of(c, 20, 30));
                    product.run();
                    product.run();
                    k.gemmAdding(left, Matrix.of(b, 6000, 30), Matrix.of(c, 20, 30))
                            .run();
                    double sum = 0;
                    for (int i = 0; i < 6000; i++) {
                        sum += a.get(transposed ? i * 20L + 7 : 7L * 6000 + i) * b.get(i * 30L + 11);
                    }
                    assertThat(c.get(7 * 30 + 11))
                            .isCloseTo(2 * sum, within(precision == Precision.FLOAT ? 0.05 : 1e-9));
                }
            }
        }
    }

    private static void check(Words k, int columns, boolean masked, double tolerance) {
        int rows = 37;
        double scale = 0.7;
        Buffer x = k.random(Shape.of(rows, columns), 1);
        Buffer d = k.random(x.shape(), 2);
        Buffer allowed = k.scratch(x.shape());
        for (int i = 0; i < allowed.size(); i++) {
            allowed.set(i, i % columns == 0 || i % 3 > 0 ? 1 : 0);
        }
        Buffer y = k.scratch(x.shape());
        Buffer moved = k.scratch(x.shape());
        Shares shares = new Shares(columns, scale);
        k.softmax(shares, x, masked ? allowed : null, y).run();
        k.softmaxChange(shares, y, d, moved).run();
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            double inner = 0;
            for (int j = row * columns; j < (row + 1) * columns; j++) {
                sum += masked && allowed.get(j) == 0 ? 0 : Math.exp(scale * x.get(j));
                inner += y.get(j) * d.get(j);
            }
            for (int j = row * columns; j < (row + 1) * columns; j++) {
                double expected = masked && allowed.get(j) == 0 ? 0 : Math.exp(scale * x.get(j)) / sum;
                assertThat(y.get(j)).isCloseTo(expected, within(tolerance));
                assertThat(moved.get(j)).isCloseTo(scale * y.get(j) * (d.get(j) - inner), within(10 * tolerance));
            }
        }
    }
}
