package chainrule.catalog;

import static chainrule.catalog.Refusal.NUMBER;
import static chainrule.catalog.Refusal.of;
import static chainrule.catalog.Refusal.s;
import static chainrule.catalog.Refusal.whenRun;
import static org.assertj.core.api.Assertions.assertThat;

import chainrule.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What losses do not compare. */
class LossRefusalTest {
    static Stream<Refusal> refusals() {
        return Stream.of(
                of(
                        "mse",
                        "target",
                        "prediction is 2×1 and target is 2: they should have the same shape.",
                        s(2, 1),
                        s(2)),
                of("bce", "target", "prob is 2 and target is 3: they should have the same shape.", s(2), s(3)),
                of(
                        "bce_logits",
                        "target",
                        "logit is a number and target is 1: they should have the same shape.",
                        NUMBER,
                        s(1)),
                of(
                        "cross_entropy",
                        "logits",
                        "logits is a number: its last axis should hold one number for each class.",
                        NUMBER,
                        NUMBER),
                of(
                        "cross_entropy",
                        "class",
                        "logits is 5×3 and class is 5×1: class should be 5, one class index for each row of logits.",
                        s(5, 3),
                        s(5, 1)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aSentenceSaysWhatDoesNotFit(Refusal refusal) {
        refusal.assertRefused();
    }

    @Test
    void aClassBeyondTheLastIsRefusedWhenItArrives() {
        assertThat(refusedClasses(0, 2, 7)).isEqualTo("node.class: Class 7 at position 2: it should be from 0 to 2.");
    }

    @Test
    void aNegativeClassIsRefused() {
        assertThat(refusedClasses(-1, 0, 0)).isEqualTo("node.class: Class -1 at position 0: it should be from 0 to 2.");
    }

    @Test
    void aClassThatIsNotWholeIsRefused() {
        assertThat(refusedClasses(0, 1.5, 0))
                .isEqualTo("node.class: Class 1.5 at position 1: it should be a whole number from 0 to 2.");
    }

    private static String refusedClasses(double... classes) {
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        inputs.put("logits", Tensor.filled(s(classes.length, 3), 0));
        inputs.put("class", Tensor.vector(classes));
        return whenRun("cross_entropy", inputs);
    }
}
