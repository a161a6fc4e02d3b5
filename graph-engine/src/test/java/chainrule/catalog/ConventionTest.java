package chainrule.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.op.Literal;
import chainrule.op.Settings;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds at ties, zeros, infinities and other corners, where the catalogue has to decide. */
class ConventionTest {
    private static final Tensor ONE = Tensor.scalar(1);

    /** Nothing is skipped for being 0: neither by a loop, nor by the matrix products of a library. */
    @Test
    void zeroTimesInfinityIsNaN() {
        double endless = Double.POSITIVE_INFINITY;
        Tensor row = Tensor.of(Shape.of(1, 2), 0, 1);
        Tensor column = Tensor.of(Shape.of(2, 1), endless, 1);
        assertNaN("mul", "a", Tensor.scalar(0), "b", Tensor.scalar(endless));
        assertNaN("dot", "a", Tensor.vector(0, 1), "b", Tensor.vector(endless, 1));
        assertNaN("matmul", "a", row, "b", column);
        assertNaN(
                "matmul",
                "a",
                Tensor.of(Shape.of(1, 1, 2), 0, 1),
                "b",
                Tensor.of(Shape.of(2, 2, 1), endless, 1, endless, 1));
        assertNaN("linear", "x", Tensor.vector(0, 1), "W", Tensor.of(Shape.of(1, 2), endless, 1));
        assertNaN(
                "conv2d", "x", Tensor.filled(Shape.of(1, 2, 2), 0), "W", Tensor.filled(Shape.of(1, 1, 1, 1), endless));
    }

    @Test
    void tiedMaximaShareTheGradient() {
        assertGradient("reduce_max", Tensor.scalar(2), Tensor.vector(1, 5, 5), 0, 1, 1);
        assertGradient("reduce_min", Tensor.scalar(3), Tensor.vector(2, 2, 2), 1, 1, 1);
    }

    @Test
    void theFirstOfTiedElementsIsTheArgMax() {
        assertThat(value("argmax", Tensor.vector(1, 4, 4)).item()).isEqualTo(1);
        assertThat(value("argmax", Tensor.vector(1, Double.POSITIVE_INFINITY, 4))
                        .item())
                .isEqualTo(1);
    }

    @Test
    void aProductWithAZeroHasTheGradientOfTheOthers() {
        assertGradient("prod", ONE, Tensor.vector(0, 3, 4), 12, 0, 0);
        assertGradient("prod", ONE, Tensor.vector(0, 3, 0), 0, 0, 0);
    }

    @Test
    void logSumExpDoesNotOverflow() {
        assertThat(value("logsumexp", Tensor.vector(1000, 1000)).item()).isCloseTo(1000.6931471805599, within(1e-12));
        assertThat(value("logsumexp", Tensor.vector(Double.POSITIVE_INFINITY, 0))
                        .item())
                .isInfinite();
        double least = Double.NEGATIVE_INFINITY;
        assertThat(value("logsumexp", Tensor.vector(least, least)).item()).isEqualTo(least);
    }

    @Test
    void theLengthOfZeroHasGradientZero() {
        assertGradient("norm2", ONE, Tensor.vector(0, 0), 0, 0);
    }

    @Test
    void theCosineOfAZeroVectorIsZero() {
        assertThat(run("cosine", Settings.none(), "a", Tensor.vector(0, 0), "b", Tensor.vector(3, 4))
                        .forward()
                        .item())
                .isZero();
    }

    @Test
    void sureAndWrongCostsAHundred() {
        try (Trial trial = run("bce", Settings.none(), "prob", Tensor.vector(0, 1), "target", Tensor.vector(1, 0))) {
            assertThat(trial.forward().item()).isEqualTo(100);
            Map<String, Tensor> gradients = trial.backward(ONE);
            assertThat(gradients.get("prob")).isEqualTo(Tensor.vector(-0.5e12, 0.5e12));
            assertThat(gradients.get("target")).isEqualTo(Tensor.vector(50, -50));
        }
    }

    @Test
    void anImpossibleClassCostsNothingAndHasAnInfiniteSlope() {
        Tensor half = Tensor.vector(Math.log(0.5), Math.log(0.5));
        try (Trial trial = run("kl", Settings.none(), "logq", half, "p", Tensor.vector(0, 1))) {
            assertThat(trial.forward().item()).isEqualTo(Math.log(2));
            assertThat(trial.backward(ONE).get("p").at(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        }
    }

    @Test
    void bceOfLargeLogitsIsFinite() {
        Tensor logits = Tensor.vector(1000, -1000);
        try (Trial trial = run("bce_logits", Settings.none(), "logit", logits, "target", Tensor.vector(0, 1))) {
            assertThat(trial.forward().item()).isEqualTo(1000);
            assertThat(trial.backward(ONE).get("logit")).isEqualTo(Tensor.vector(0.5, -0.5));
        }
    }

    @Test
    void crossEntropyOfLargeLogitsIsFinite() {
        Tensor logits = Tensor.of(Shape.of(1, 2), 1000, -1000);
        try (Trial trial = run("cross_entropy", Settings.none(), "logits", logits, "class", Tensor.vector(1))) {
            assertThat(trial.forward().item()).isEqualTo(2000);
            assertThat(trial.backward(ONE).get("logits")).isEqualTo(Tensor.of(Shape.of(1, 2), 1, -1));
        }
    }

    @Test
    void everyRowIgnoredIsNotANumber() {
        Settings ignoring = Settings.none().with("ignore_index", new Literal.Number(2));
        Tensor logits = Tensor.filled(Shape.of(2, 3), 0);
        try (Trial trial = run("cross_entropy", ignoring, "logits", logits, "class", Tensor.vector(2, 2))) {
            assertThat(trial.forward().item()).isNaN();
        }
    }

    @Test
    void anIgnoredRowCostsNothingWhereRowsAreKeptApart() {
        Settings settings = Settings.none()
                .with("ignore_index", new Literal.Number(-5))
                .with("reduction", new Literal.Text("none"));
        Tensor logits = Tensor.filled(Shape.of(2, 2), 0);
        try (Trial trial = run("cross_entropy", settings, "logits", logits, "class", Tensor.vector(-5, 1))) {
            assertThat(trial.forward()).isEqualTo(Tensor.vector(0, Math.log(2)));
            assertThat(trial.backward(Tensor.vector(1, 1)).get("logits"))
                    .isEqualTo(Tensor.of(Shape.of(2, 2), 0, 0, 0.5, -0.5));
        }
    }

    @Test
    void aMeanInFloatIsAccumulatedInDouble() {
        Tensor many = Tensor.filled(Shape.of(1_000_000), 0.1);
        for (String type : new String[] {"mean", "sum"}) {
            try (Trial trial = new Trial(
                    StandardCatalog.create().get(type), Settings.none(), Map.of("x", many), Precision.FLOAT)) {
                double expected = type.equals("mean") ? 0.1 : 1e5;
                assertThat(trial.forward().item()).isCloseTo(expected, within(1e-6 * expected));
            }
        }
    }

    @Test
    void aCausalMaskHidesWhatComesLater() {
        Settings causal = Settings.none().with("mask", new Literal.Text("causal"));
        Tensor x = Tensor.of(Shape.of(2, 1), 1, 3);
        try (Trial trial = run("attention", causal, "Q", x, "K", x, "V", x)) {
            trial.forward();
            assertThat(trial.value("out").at(0)).isEqualTo(1);
            assertThat(trial.value("weights").at(1)).isZero();
            assertThat(trial.backward(Tensor.vector(1, 0, 0, 0, 0, 0)).get("V"))
                    .isEqualTo(Tensor.of(Shape.of(2, 1), 1, 0));
        }
    }

    @Test
    void theFirstOfTiedPixelsWinsItsWindow() {
        Tensor x = Tensor.of(Shape.of(1, 2, 2), 1, 4, 4, 4);
        try (Trial trial = run("max_pool2d", Settings.none(), "x", x)) {
            assertThat(trial.forward().item()).isEqualTo(4);
            assertThat(trial.backward(Tensor.of(Shape.of(1, 1, 1), 3)).get("x"))
                    .isEqualTo(Tensor.of(Shape.of(1, 2, 2), 0, 3, 0, 0));
        }
    }

    @Test
    void aRepeatedIndexCollectsTheGradientOfEachUse() {
        Tensor table = Tensor.of(Shape.of(2, 1), 5, 7);
        try (Trial trial = run("embedding", Settings.none(), "table", table, "index", Tensor.vector(1, 1, 0))) {
            assertThat(trial.forward()).isEqualTo(Tensor.of(Shape.of(3, 1), 7, 7, 5));
            assertThat(trial.backward(Tensor.of(Shape.of(3, 1), 2, 3, 4)).get("table"))
                    .isEqualTo(Tensor.of(Shape.of(2, 1), 4, 5));
        }
    }

    private static void assertNaN(String type, Object... slots) {
        try (Trial trial = run(type, Settings.none(), slots)) {
            assertThat(trial.forward().toArray()).as(type).contains(Double.NaN);
        }
    }

    private static void assertGradient(String type, Tensor upstream, Tensor x, double... expected) {
        try (Trial trial = run(type, Settings.none(), "x", x)) {
            trial.forward();
            assertThat(trial.backward(upstream).get("x").toArray()).containsExactly(expected);
        }
    }

    private static Tensor value(String type, Tensor x) {
        try (Trial trial = run(type, Settings.none(), "x", x)) {
            return trial.forward();
        }
    }

    private static Trial run(String type, Settings settings, Object... slots) {
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        for (int i = 0; i < slots.length; i += 2) {
            inputs.put((String) slots[i], (Tensor) slots[i + 1]);
        }
        return new Trial(StandardCatalog.create().get(type), settings, inputs, Precision.DOUBLE);
    }
}
