package chainrule.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import org.junit.jupiter.api.Test;

/** Cross-entropy and its gradient against their definition, for rows that fill several blocks and for few. */
class ClassLossTest {
    private static final int IGNORED = 1;
    private static final double TOLERANCE = 2e-5;

    @Test
    void followsTheDefinition() {
        for (int rows : new int[] {4, 11, 400}) {
            for (ClassLoss.Reduction reduction : ClassLoss.Reduction.values()) {
                check(new ClassLoss(7, 0, Integer.MIN_VALUE, reduction), rows);
                check(new ClassLoss(7, 0.1, IGNORED, reduction), rows);
            }
        }
        check(new ClassLoss(1000, 0.2, IGNORED, ClassLoss.Reduction.MEAN), 4);
    }

    @Test
    void otherRowsAreRefused() {
        try (Words k = new Words(Precision.DOUBLE)) {
            ClassLoss of = new ClassLoss(30, 0, IGNORED, ClassLoss.Reduction.SUM);
            Buffer scores = k.scratch(Shape.of(2, 30));
            Buffer index = k.scratch(Shape.of(2));
            assertThat(ClassLoss.fits(scores, index)).isFalse();
            assertThatThrownBy(() -> of.of(scores, index, scores, index)).hasMessage("losses of 2×30 in DOUBLE");
        }
    }

    @Test
    void aForecastThatIsSureAndWrongHasAFiniteLoss() {
        try (Words k = new Words(Precision.FLOAT)) {
            ClassLoss of = new ClassLoss(30, 0, IGNORED, ClassLoss.Reduction.MEAN);
            Buffer scores = k.scratch(Shape.of(1, 30));
            scores.set(0, 500);
            Buffer index = k.scratch(Shape.of(1));
            index.set(0, 7);
            Buffer loss = k.scratch(Shape.scalar());
            of.of(scores, index, k.scratch(scores.shape()), loss).run();
            assertThat(loss.get(0)).isEqualTo(500);
        }
    }

    @Test
    void theMeanOfNoRowsIsNoNumber() {
        try (Words k = new Words(Precision.FLOAT)) {
            ClassLoss of = new ClassLoss(30, 0, IGNORED, ClassLoss.Reduction.MEAN);
            Buffer index = k.scratch(Shape.of(1));
            index.set(0, IGNORED);
            Buffer loss = k.scratch(Shape.scalar());
            Buffer scores = k.random(Shape.of(1, 30), 1);
            of.of(scores, index, k.scratch(scores.shape()), loss).run();
            assertThat(loss.get(0)).isNaN();
        }
    }

    private static void check(ClassLoss of, int rows) {
        try (Words k = new Words(Precision.FLOAT)) {
            Buffer scores = k.random(Shape.of(rows, of.classes()), 1);
            Buffer index = k.scratch(Shape.of(rows));
            for (int i = 0; i < rows; i++) {
                index.set(i, (i + 2) % of.classes());
            }
            boolean apart = of.reduction() == ClassLoss.Reduction.APART;
            Shape one = apart ? Shape.of(rows) : Shape.scalar();
            Buffer shares = k.scratch(scores.shape());
            Buffer loss = k.scratch(one);
            Buffer grad = k.random(one, 2);
            Buffer result = k.random(scores.shape(), 3);
            of.of(scores, index, shares, loss).run();
            of.back(shares, index, grad, result).run();
            double counted = 0;
            for (int i = 0; i < rows; i++) {
                counted += index.get(i) == of.ignored() ? 0 : 1;
            }
            double divisor = of.reduction() == ClassLoss.Reduction.MEAN ? counted : 1;
            double total = 0;
            for (int i = 0; i < rows; i++) {
                double g = grad.get(apart ? i : 0) / divisor;
                double own = row(of, new Buffer[] {scores, index, result}, i, g);
                total += own / divisor;
                if (apart) {
                    assertThat(loss.get(i)).isCloseTo(own, within(TOLERANCE));
                }
            }
            if (!apart) {
                assertThat(loss.get(0)).isCloseTo(total, within(TOLERANCE * Math.max(1, Math.abs(total))));
            }
        }
    }

    /** Checks the gradient of a row and answers its loss. */
    private static double row(ClassLoss of, Buffer[] buffers, int row, double grad) {
        int classes = of.classes();
        double sum = 0;
        for (int j = 0; j < classes; j++) {
            sum += Math.exp(buffers[0].get((long) row * classes + j));
        }
        double index = buffers[1].get(row);
        double loss = 0;
        for (int j = 0; j < classes; j++) {
            double z = buffers[0].get((long) row * classes + j);
            double q = of.smoothing() / classes + (j == index ? 1 - of.smoothing() : 0);
            double expected = index == of.ignored() ? 0 : grad * (Math.exp(z) / sum - q);
            assertThat(buffers[2].get((long) row * classes + j)).isCloseTo(expected, within(TOLERANCE));
            loss += q * (Math.log(sum) - z);
        }
        return index == of.ignored() ? 0 : loss;
    }
}
