package chainrule.catalog;

import static chainrule.catalog.Refusal.mask;
import static chainrule.catalog.Refusal.number;
import static chainrule.catalog.Refusal.of;
import static chainrule.catalog.Refusal.s;

import chainrule.tensor.Shape;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What attention does not take. */
class AttentionRefusalTest {
    static Stream<Refusal> refusals() {
        Shape[] square = {s(4, 4), s(4, 4), s(4, 4), s(4, 4)};
        return Stream.of(
                of(
                        "attention",
                        "Q",
                        "Q is 3: it should be a matrix with one position a row, or a batch of them.",
                        s(3),
                        s(4, 3),
                        s(4, 2)),
                of(
                        "attention",
                        "K",
                        "Q is 2×3 and K is 4×2: the rows of K should be as long as those of Q, 3.",
                        s(2, 3),
                        s(4, 2),
                        s(4, 2)),
                of(
                        "attention",
                        "V",
                        "K is 4×3 and V is 2×2: V should have one row for each row of K, 4.",
                        s(2, 3),
                        s(4, 3),
                        s(2, 2)),
                of(
                        "attention",
                        "V",
                        "Q is 5×2×3 and V is 4×2: both should be one matrix, or batches of equal size.",
                        s(5, 2, 3),
                        s(5, 4, 3),
                        s(4, 2)),
                of(
                        "attention",
                        mask(s(1, 2), 1, 1),
                        null,
                        "Setting mask is 1×2: with 2 queries and 2 keys it should be 2×2.",
                        s(2, 3),
                        s(2, 3),
                        s(2, 2)),
                of(
                        "attention",
                        mask(s(2, 2), 1, 1, 0, 0),
                        null,
                        "Row 1 of setting mask holds only 0: every query should see at least one key.",
                        s(2, 3),
                        s(2, 3),
                        s(2, 2)),
                of(
                        "additive_attention",
                        "q",
                        "q is 1×2 and K is 3×2: q should be one vector for each matrix of keys.",
                        s(1, 2),
                        s(3, 2),
                        s(3, 2),
                        s(2, 2),
                        s(2, 2),
                        s(2)),
                of(
                        "additive_attention",
                        "v",
                        "v is 1×2: it should be a vector.",
                        s(2),
                        s(3, 2),
                        s(3, 2),
                        s(2, 2),
                        s(2, 2),
                        s(1, 2)),
                of(
                        "additive_attention",
                        "Wk",
                        "Wk is 2×2: with K of length 4 and v of length 2 it should be 2×4.",
                        s(2),
                        s(3, 4),
                        s(3, 2),
                        s(2, 2),
                        s(2, 2),
                        s(2)),
                of(
                        "multi_head",
                        number("heads", 3),
                        null,
                        "Setting heads is 3 and the rows of Q have length 4: heads should divide it evenly.",
                        s(2, 4),
                        s(3, 4),
                        s(3, 4),
                        square[0],
                        square[1],
                        square[2],
                        square[3]),
                of(
                        "multi_head",
                        mask(s(2, 3), 1, 1, 1, 0, 0, 0),
                        null,
                        "Row 1 of setting mask holds only 0: every query should see at least one key.",
                        s(2, 4),
                        s(3, 4),
                        s(3, 4),
                        square[0],
                        square[1],
                        square[2],
                        square[3]),
                of(
                        "multi_head",
                        "Wo",
                        "Wo is 4×2: with rows of length 4 it should be 4×4.",
                        s(2, 4),
                        s(3, 4),
                        s(3, 4),
                        square[0],
                        square[1],
                        square[2],
                        s(4, 2)),
                of(
                        "positional_encoding",
                        "x",
                        "x is 3: it should be a matrix with one position a row, or a batch of them.",
                        s(3)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aSentenceSaysWhatDoesNotFit(Refusal refusal) {
        refusal.assertRefused();
    }
}
