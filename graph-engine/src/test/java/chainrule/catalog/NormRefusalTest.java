package chainrule.catalog;

import static chainrule.catalog.Refusal.NUMBER;
import static chainrule.catalog.Refusal.list;
import static chainrule.catalog.Refusal.of;
import static chainrule.catalog.Refusal.s;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What normalisations and layers with a memory do not take. */
class NormRefusalTest {
    static Stream<Refusal> refusals() {
        return Stream.of(statefulLayers(), norms()).flatMap(s -> s);
    }

    private static Stream<Refusal> statefulLayers() {
        String single =
                "x is %s and has one number for each channel: to have a variance in mode train, it should have more.";
        return Stream.of(
                of(
                        "dropout",
                        list("mask", 1, 0, 1),
                        null,
                        "Setting mask is 3 and x is 2×3: they should have the same shape.",
                        s(2, 3)),
                of(
                        "batch_norm",
                        "x",
                        "x is a number: it should be a batch, one example after the other along axis 0.",
                        NUMBER,
                        s(1),
                        s(1)),
                of(
                        "batch_norm",
                        "gamma",
                        "x is 4×2×3 and gamma is 3: gamma should be a vector with one number for each channel of x, 2.",
                        s(4, 2, 3),
                        s(3),
                        s(2)),
                of(
                        "batch_norm",
                        "beta",
                        "x is 4 and beta is a number: beta should be a vector with one number for each channel of x, 1.",
                        s(4),
                        s(1),
                        NUMBER),
                of(
                        "batch_norm",
                        list("running_mean", 0, 0, 0),
                        null,
                        "Setting running_mean is 3: it should be a number, or a vector with one number for each channel of"
                                + " x, 2.",
                        s(4, 2),
                        s(2),
                        s(2)),
                of(
                        "batch_norm",
                        list("running_var", 1, -1),
                        null,
                        "Setting running_var holds a number below 0: a variance should be at least 0.",
                        s(4, 2),
                        s(2),
                        s(2)),
                of("batch_norm", "x", single.formatted("1×2"), s(1, 2), s(2), s(2)),
                of("batch_norm", "x", single.formatted("1×2×1×1"), s(1, 2, 1, 1), s(2), s(2)),
                of("batch_norm", "x", single.formatted("1"), s(1), s(1), s(1)));
    }

    private static Stream<Refusal> norms() {
        return Stream.of(
                of(
                        "layer_norm",
                        "x",
                        "x is a number: it should be a vector, or vectors along its last axis.",
                        NUMBER,
                        s(1),
                        s(1)),
                of(
                        "layer_norm",
                        "beta",
                        "x is 2×3 and beta is 2: beta should be a vector with one number for each position of the last axis"
                                + " of x, 3.",
                        s(2, 3),
                        s(3),
                        s(2)),
                of(
                        "rms_norm",
                        "gamma",
                        "x is 3 and gamma is a number: gamma should be a vector with one number for each position of the"
                                + " last axis of x, 3.",
                        s(3),
                        NUMBER),
                of(
                        "reparameterize",
                        "logvar",
                        "mu is 2 and logvar is 3: they should have the same shape.",
                        s(2),
                        s(3),
                        s(2)),
                of(
                        "reparameterize",
                        "eps",
                        "mu is 2 and eps is a number: they should have the same shape.",
                        s(2),
                        s(2),
                        NUMBER),
                of(
                        "switch",
                        "predicted",
                        "gold is 2 and predicted is 3: they should have the same shape.",
                        s(2),
                        s(3)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aSentenceSaysWhatDoesNotFit(Refusal refusal) {
        refusal.assertRefused();
    }
}
