package chainrule.catalog;

import static chainrule.catalog.Refusal.NUMBER;
import static chainrule.catalog.Refusal.of;
import static chainrule.catalog.Refusal.s;
import static chainrule.catalog.Refusal.whenRun;
import static org.assertj.core.api.Assertions.assertThat;

import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cells and tables do not take. */
class RecurrentRefusalTest {
    static Stream<Refusal> refusals() {
        return Stream.of(
                of("embedding", "table", "table is 3: it should be a matrix with one row for each index.", s(3), s(2)),
                rnn("x", "x is a number: it should be a vector, or a matrix with one example a row.", NUMBER, s(2)),
                rnn(
                        "h",
                        "x is 5×3 and h is 2: both should be vectors, or both matrices with one example a row.",
                        s(5, 3),
                        s(2)),
                rnn("h", "x is 5×3 and h is 4×2: h should have one row for each row of x, 5.", s(5, 3), s(4, 2)),
                rnn("Wxh", "Wxh is 2×3: with x of length 4 and h of length 2 it should be 2×4.", s(4), s(2)),
                rnn("Whh", "Whh is 2×2: with x of length 3 and h of length 1 it should be 1×1.", s(3), s(1), s(1, 3)),
                of(
                        "gru_cell",
                        "bh",
                        "bh is 4: with x of length 3 and h of length 2 it should be 6.",
                        s(3),
                        s(2),
                        s(6, 3),
                        s(6, 2),
                        s(6),
                        s(4)),
                of(
                        "lstm_cell",
                        "c",
                        "h is 2 and c is 3: they should have the same shape.",
                        s(3),
                        s(2),
                        s(3),
                        s(8, 3),
                        s(8, 2),
                        s(8)));
    }

    /** A simple cell whose weights fit x of length 3 and h of length 2 unless others are given. */
    private static Refusal rnn(String slot, String sentence, Shape x, Shape h, Shape... weights) {
        return of("rnn_cell", slot, sentence, x, h, weights.length > 0 ? weights[0] : s(2, 3), s(2, 2), s(2));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aSentenceSaysWhatDoesNotFit(Refusal refusal) {
        refusal.assertRefused();
    }

    @Test
    void anIndexBeyondTheTableIsRefused() {
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        inputs.put("table", Tensor.filled(s(4, 2), 1));
        inputs.put("index", Tensor.vector(0, 4));
        assertThat(whenRun("embedding", inputs))
                .isEqualTo("node.index: Index 4 at position 1: it should be from 0 to 3.");
    }

    @Test
    void anIndexWithoutAPlaceInTheRowIsRefused() {
        assertThat(whenRun("one_hot", Map.of("index", Tensor.vector(1, -1))))
                .isEqualTo("node.index: Index -1 at position 1: it should be from 0 to 1.");
    }
}
