package chainrule.catalog;

import static chainrule.catalog.Refusal.NUMBER;
import static chainrule.catalog.Refusal.list;
import static chainrule.catalog.Refusal.number;
import static chainrule.catalog.Refusal.of;
import static chainrule.catalog.Refusal.s;

import chainrule.op.Literal;
import chainrule.op.Settings;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What products and sums over axes do not take. */
class LinearRefusalTest {
    static Stream<Refusal> refusals() {
        return Stream.of(linearAlgebra(), reductions()).flatMap(s -> s);
    }

    private static Stream<Refusal> linearAlgebra() {
        return Stream.of(
                of("dot", "a", "a is 2×3: it should be a vector.", s(2, 3), s(3)),
                of("dot", "b", "a has length 2 and b has length 3: they should be equally long.", s(2), s(3)),
                of("cosine", "b", "b is a number: it should be a vector.", s(2), NUMBER),
                of("outer", "b", "b is 2×1: it should be a vector.", s(2), s(2, 1)),
                of("matmul", "b", "A is 2×3 and B is 4×5: A needs as many columns as B has rows.", s(2, 3), s(4, 5)),
                of("matmul", "b", "A has length 2 and B has length 3: they should be equally long.", s(2), s(3)),
                of("matmul", "b", "A has length 2 and B is 3×4: A should be as long as B has rows.", s(2), s(3, 4)),
                of(
                        "matmul",
                        "b",
                        "A is 5×2×3 and B has length 2: B should be as long as A has columns.",
                        s(5, 2, 3),
                        s(2)),
                of(
                        "matmul",
                        "b",
                        "A is 5×2×3 and B is 4×3×2: their axes before the matrix, 5 and 4, should be equal or 1.",
                        s(5, 2, 3),
                        s(4, 3, 2)),
                of(
                        "matmul",
                        "a",
                        "A is a number and B is 3×4: A should be a vector, a matrix or a batch of matrices.",
                        NUMBER,
                        s(3, 4)),
                of(
                        "matmul",
                        "b",
                        "B is a number and A is 3×4: B should be a vector, a matrix or a batch of matrices.",
                        s(3, 4),
                        NUMBER),
                of(
                        "linear",
                        "x",
                        "x is a number: it should be a vector, or vectors along its last axis.",
                        NUMBER,
                        s(2, 3)),
                of("linear", "W", "W is 3: it should be a matrix with one row for each output.", s(3), s(3)),
                of(
                        "linear",
                        "W",
                        "x is 5×3 and W is 3×2: W needs as many columns as the last axis of x is long.",
                        s(5, 3),
                        s(3, 2)),
                of(
                        "linear",
                        "b",
                        "b is 3 and W is 2×3: b should be a vector with one number for each row of W, 2.",
                        s(5, 3),
                        s(2, 3),
                        s(3)),
                of(
                        "neuron",
                        "x",
                        "x is 2×2×3: it should be a vector, or a matrix with one example a row.",
                        s(2, 2, 3),
                        s(3)),
                of("neuron", "w", "w is 1×3: it should be a vector.", s(3), s(1, 3)),
                of(
                        "neuron",
                        "w",
                        "x is 5×3 and w has length 2: w should be as long as the last axis of x, 3.",
                        s(5, 3),
                        s(2)),
                of("neuron", "b", "b is 1: the bias of one neuron should be a number.", s(3), s(3), s(1)),
                of(
                        "transpose",
                        list("perm", 0, 0),
                        null,
                        "Setting perm is [0, 0] and x is 2×3: perm should name each of its 2 axes once.",
                        s(2, 3)),
                of(
                        "transpose",
                        list("perm", 0),
                        null,
                        "Setting perm is [0] and x is 2×3: perm should name each of its 2 axes once.",
                        s(2, 3)),
                of("transpose", list("perm", 0, 2), null, "Axis 2 of 2×3: it should be from -2 to 1.", s(2, 3)));
    }

    private static Stream<Refusal> reductions() {
        return Stream.of(
                of("sum", number("axis", 2), null, "Axis 2 of 2×3: it should be from -2 to 1.", s(2, 3)),
                of("mean", number("axis", 0), null, "Axis 0 of a number: a number has no axes.", NUMBER),
                of("reduce_max", number("axis", -3), null, "Axis -3 of 2×3: it should be from -2 to 1.", s(2, 3)),
                of(
                        "var",
                        number("correction", 1),
                        null,
                        "The variance is of 1 number and the correction is 1: the correction should be smaller.",
                        NUMBER),
                of(
                        "var",
                        number("correction", 3).with("axis", new Literal.Number(1)),
                        null,
                        "The variance is of 3 numbers and the correction is 3: the correction should be smaller.",
                        s(2, 3)),
                of("argmax", Settings.none(), null, "Axis -1 of a number: a number has no axes.", NUMBER),
                of("argmax", number("axis", 1), null, "Axis 1 of 3: it should be from -1 to 0.", s(3)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aSentenceSaysWhatDoesNotFit(Refusal refusal) {
        refusal.assertRefused();
    }
}
