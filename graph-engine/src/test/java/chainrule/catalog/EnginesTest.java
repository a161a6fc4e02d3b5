package chainrule.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.kernel.Engine;
import chainrule.tensor.Precision;
import chainrule.tensor.Tensor;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every node type gives the same numbers by our loops and by ND4J's operations alone. */
class EnginesTest {
    private static final long SEED = 31;

    static Stream<Arguments> casesInBothPrecisions() {
        return CatalogContractTest.cases()
                .flatMap(c -> Stream.of(Precision.values()).map(precision -> Arguments.of(c, precision)));
    }

    @ParameterizedTest
    @MethodSource("casesInBothPrecisions")
    void operationsComputeWhatLoopsDo(CatalogContractTest.Case c, Precision precision) {
        try (Trial loops = Trial.by(Engine.LOOPS, c.type(), c.example(), SEED, precision);
                Trial operations = Trial.by(Engine.OPERATIONS, c.type(), c.example(), SEED, precision)) {
            double tolerance = precision == Precision.DOUBLE ? 1e-12 : 1e-5;
            for (int pass = 0; pass < 2; pass++) {
                loops.forward();
                operations.forward();
                for (String port : loops.outputs()) {
                    assertClose(port, loops.value(port), operations.value(port), tolerance);
                }
                Tensor cotangent = loops.cotangent(SEED + pass);
                Map<String, Tensor> gradients = operations.backward(cotangent);
                loops.backward(cotangent).forEach((slot, gradient) -> {
                    assertClose(slot, gradient, gradients.get(slot), tolerance);
                    Tensor direction = loops.inputs().get(slot).map(x -> 1 - x / 2);
                    assertClose(
                            "forward mode from " + slot,
                            loops.pushed(slot, direction),
                            operations.pushed(slot, direction),
                            tolerance);
                });
            }
        }
    }

    private static void assertClose(String what, Tensor expected, Tensor actual, double tolerance) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        double size = 1;
        for (double e : expected.toArray()) {
            size = Math.max(size, Double.isFinite(e) ? Math.abs(e) : 0);
        }
        for (int i = 0; i < expected.size(); i++) {
            if (Double.isFinite(expected.at(i))) {
                assertThat(actual.at(i)).as("%s at %d", what, i).isEqualTo(expected.at(i), within(tolerance * size));
            } else {
                assertThat(actual.at(i)).as("%s at %d", what, i).isEqualTo(expected.at(i));
            }
        }
    }
}
