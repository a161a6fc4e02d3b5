package chainrule.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.op.Binding;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Rule;
import chainrule.tensor.Precision;
import org.junit.jupiter.api.Test;

/** The contract test finds the classic mistakes: each is made on purpose in a rule, and must show. */
class BrokenRuleTest {
    @Test
    void aForgottenUpstreamGradientShows() {
        assertShows("square", "x", rule -> k -> Kernel.sequence(k.fill(1, k.grad()), rule.bind(k)));
    }

    @Test
    void aForgottenSumOverRepeatedElementsShows() {
        assertShows("linear", "b", rule -> k -> firstRow(k));
    }

    @Test
    void aWrongSignShows() {
        assertShows("mse", "target", rule -> k -> {
            Buffer result = k.result();
            return Kernel.sequence(rule.bind(k), k.map(v -> -v, result, result));
        });
    }

    /** Changes a sound rule into a broken one. */
    private interface Mistake {
        Rule in(Rule rule);
    }

    private static void assertShows(String id, String port, Mistake mistake) {
        NodeType sound = StandardCatalog.create().get(id);
        InPort input = sound.input(port).orElseThrow();
        NodeType broken = sound.with(input, mistake::in);
        assertThat(worst(sound)).isLessThan(1e-6);
        assertThat(worst(broken)).isGreaterThan(1e-2);
    }

    private static double worst(NodeType type) {
        return type.examples().stream()
                .mapToDouble(example -> {
                    try (Trial trial = Trial.of(type, example, 4, Precision.DOUBLE)) {
                        return Derivatives.worstError(trial, 5);
                    }
                })
                .max()
                .orElseThrow();
    }

    /** The gradient of the first example of a batch, as if there were no others. */
    private static Kernel firstRow(Binding k) {
        int[] from = new int[(int) k.result().size()];
        for (int i = 0; i < from.length; i++) {
            from[i] = i;
        }
        return k.gather(k.grad(), from, k.result());
    }
}
