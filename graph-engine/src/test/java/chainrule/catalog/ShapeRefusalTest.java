package chainrule.catalog;

import static chainrule.catalog.Refusal.NUMBER;
import static chainrule.catalog.Refusal.list;
import static chainrule.catalog.Refusal.number;
import static chainrule.catalog.Refusal.of;
import static chainrule.catalog.Refusal.s;

import chainrule.op.Settings;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be reshaped, joined, cut or laid out. */
class ShapeRefusalTest {
    static Stream<Refusal> refusals() {
        return Stream.of(shapes(), images()).flatMap(s -> s);
    }

    private static Stream<Refusal> shapes() {
        return Stream.of(
                of(
                        "reshape",
                        list("shape", 4, 2),
                        "x",
                        "x is 2×3 and has 6 numbers, but shape [4, 2] has room for 8: they should be equally many.",
                        s(2, 3)),
                of(
                        "reshape",
                        list("shape", 4, -1),
                        "x",
                        "x is 2×3 and has 6 numbers: they do not divide into groups of 4, as shape [4, -1] asks.",
                        s(2, 3)),
                of(
                        "reshape",
                        list("shape", -1, -1),
                        null,
                        "Setting shape is [-1, -1]: only one length can be left open by −1.",
                        s(2, 3)),
                of(
                        "reshape",
                        list("shape", 0, 6),
                        null,
                        "Setting shape holds 0: every length should be at least 1, or −1 once.",
                        s(2, 3)),
                of("flatten", number("start", 2), null, "Axis 2 of 2×3: it should be from -2 to 1.", s(2, 3)),
                of("concat", Settings.none(), null, "Axis 0 of a number: a number has no axes.", NUMBER, NUMBER),
                of(
                        "concat",
                        "x1",
                        "x0 is 2×3 and x1 is 2×4: all lengths but that of axis 0 should be equal.",
                        s(2, 3),
                        s(2, 4)),
                of(
                        "concat",
                        "x2",
                        "x0 is 2×3 and x2 is 3: all lengths but that of axis 0 should be equal.",
                        s(2, 3),
                        s(2, 3),
                        s(3)),
                of("stack", "x1", "x0 is 2 and x1 is 3: they should have the same shape.", s(2), s(3)),
                of(
                        "slice",
                        number("start", 1),
                        null,
                        "The slice is from 1 to before 1 and holds nothing: stop should be greater than start.",
                        s(3)),
                of(
                        "slice",
                        number("stop", 4),
                        "x",
                        "x is 3 and the slice ends at 4: stop should be at most 3, the length of axis 0.",
                        s(3)),
                of("slice", number("axis", 1), null, "Axis 1 of 3: it should be from -1 to 0.", s(3)),
                of("select", number("index", 3), null, "Index 3 of axis 0 of 3: it should be from -3 to 2.", s(3)),
                of("select", number("index", -4), null, "Index -4 of axis 0 of 3: it should be from -3 to 2.", s(3)),
                of("select", Settings.none(), null, "Axis 0 of a number: a number has no axes.", NUMBER),
                of("reverse", number("axis", 5), null, "Axis 5 of 3: it should be from -1 to 0.", s(3)));
    }

    private static Stream<Refusal> images() {
        String image = "x is 3: its last two axes should be the height and width of an image.";
        return Stream.of(
                of(
                        "broadcast",
                        list("shape", 2, 2),
                        "x",
                        "x is 3 and should become 2×2: from the last axis on, lengths should be equal or 1 in x.",
                        s(3)),
                of(
                        "broadcast",
                        list("shape", 1),
                        "x",
                        "x is 3 and should become 1: from the last axis on, lengths should be equal or 1 in x.",
                        s(3)),
                of(
                        "broadcast",
                        list("shape", 2, 0),
                        null,
                        "Setting shape holds 0: every length should be at least 1.",
                        s(1)),
                of("pad2d", Settings.none(), "x", image, s(3)),
                of(
                        "pad2d",
                        list("pad", 1, 1),
                        null,
                        "Setting pad is [1, 1]: it should hold four widths, top, bottom, left, right.",
                        s(2, 2)),
                of(
                        "pad2d",
                        list("pad", 1, 1, -1, 0),
                        null,
                        "Setting pad holds -1: a border should be 0 or wider.",
                        s(2, 2)),
                of("upsample", Settings.none(), "x", image, s(3)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aSentenceSaysWhatDoesNotFit(Refusal refusal) {
        refusal.assertRefused();
    }
}
