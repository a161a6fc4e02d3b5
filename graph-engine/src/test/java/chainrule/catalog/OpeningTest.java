package chainrule.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.op.Example;
import chainrule.op.NodeType;
import chainrule.tensor.Precision;
import chainrule.tensor.Tensor;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Opening a node changes no value and no gradient. */
class OpeningTest {
    private static final long SEED = 31;

    static Stream<CatalogContractTest.Case> cases() {
        return CatalogContractTest.cases().filter(c -> c.type().opens());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anOpenedNodeComputesTheSame(CatalogContractTest.Case c) {
        Example example = c.example();
        NodeType type = c.type();
        try (Trial closed = Trial.of(type, example, SEED, Precision.DOUBLE);
                Trial opened = Trial.opened(type, example, SEED)) {
            assertClose("value", closed.forward(), opened.forward());
            Tensor cotangent = closed.cotangent(SEED + 1);
            Map<String, Tensor> expected = closed.backward(cotangent);
            Map<String, Tensor> actual = opened.backward(cotangent);
            assertThat(actual).containsOnlyKeys(expected.keySet());
            expected.forEach((slot, gradient) -> assertClose(slot, gradient, actual.get(slot)));
        }
    }

    @Test
    void theTypesThatAreMadeOfPartsOpen() {
        assertThat(CatalogContractTest.types().filter(NodeType::opens).map(NodeType::id))
                .contains("neuron", "linear", "dot", "rnn_cell", "lstm_cell", "gru_cell", "attention")
                .contains("additive_attention", "multi_head", "positional_encoding");
    }

    private static void assertClose(String what, Tensor expected, Tensor actual) {
        assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
        for (int i = 0; i < expected.size(); i++) {
            double size = Math.max(1, Math.abs(expected.at(i)));
            assertThat(actual.at(i)).as("%s, element %d", what, i).isCloseTo(expected.at(i), within(1e-12 * size));
        }
    }
}
