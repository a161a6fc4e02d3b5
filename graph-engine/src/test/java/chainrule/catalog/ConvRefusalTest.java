package chainrule.catalog;

import static chainrule.catalog.Refusal.number;
import static chainrule.catalog.Refusal.of;
import static chainrule.catalog.Refusal.s;

import chainrule.op.Literal;
import chainrule.op.Settings;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What convolutions and pools do not take. */
class ConvRefusalTest {
    static Stream<Refusal> refusals() {
        return Stream.of(
                of("conv2d", "x", image("4×4"), s(4, 4), s(1, 1, 2, 2)),
                of("conv1d", "x", "x is 4: it should be channels × length, or a batch of them.", s(4), s(1, 1, 2)),
                of("conv2d", "W", "W is 3×3: it should be filters × channels × height × width.", s(1, 4, 4), s(3, 3)),
                of(
                        "conv2d",
                        "W",
                        "x has 2 channels and W is 3×1×2×2: the second axis of W should be 2.",
                        s(2, 4, 4),
                        s(3, 1, 2, 2)),
                of(
                        "conv2d",
                        number("groups", 2),
                        null,
                        "x has 2 channels and W has 3 filters: both should divide evenly into 2 groups.",
                        s(2, 4, 4),
                        s(3, 1, 2, 2)),
                of(
                        "conv2d",
                        number("pad", 1),
                        null,
                        "The kernel spans 5 places and x, with its border, has 4: the kernel should fit into it.",
                        s(1, 2, 4),
                        s(1, 1, 5, 3)),
                of(
                        "conv2d",
                        "b",
                        "b is 2: it should be a vector with one number for each of the 3 filters.",
                        s(1, 4, 4),
                        s(3, 1, 2, 2),
                        s(2)),
                of(
                        "conv_transpose2d",
                        "W",
                        "W is 1×3×2×2 and x has 2 channels: W should be 2 × filters × height × width.",
                        s(2, 2, 2),
                        s(1, 3, 2, 2)),
                of(
                        "conv_transpose2d",
                        number("output_padding", 1),
                        null,
                        "Setting output_padding is 1 and stride is 1: output_padding should be smaller.",
                        s(1, 2, 2),
                        s(1, 3, 2, 2)),
                of(
                        "conv_transpose2d",
                        number("pad", 2),
                        null,
                        "Setting pad is 2: it cuts away all that is painted and should be smaller.",
                        s(1, 2, 2),
                        s(1, 3, 2, 2)),
                of(
                        "max_pool2d",
                        number("pad", 2),
                        null,
                        "Setting pad is 2 and kernel is 2: pad should be at most half of it.",
                        s(1, 2, 2)),
                of("global_avg_pool", "x", image("2×2"), s(2, 2)),
                of(
                        "conv_block",
                        Settings.none().with("batch_norm", new Literal.Flag(true)),
                        "x",
                        "x is 1×8×8, one image, and batch_norm is on: it should be a batch of images.",
                        s(1, 8, 8)));
    }

    private static String image(String shape) {
        return "x is %s: it should be channels × height × width, or a batch of them.".formatted(shape);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aSentenceSaysWhatDoesNotFit(Refusal refusal) {
        refusal.assertRefused();
    }
}
