package chainrule.presets;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.tensor.Precision;
import chainrule.tensor.Tensor;
import chainrule.trace.BothWays;
import chainrule.trace.ChainLine;
import chainrule.trace.Derivatives;
import chainrule.trace.PathProduct;
import chainrule.trace.Paths;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the chain-rule panel says is so, for every preset: factors make gradients, and paths add up to them. */
class ChainRuleTest {
    private static final long BUDGET = 1L << 30;
    private static final double TOLERANCE = 1e-9;
    private static final int MOST_PATHS = 64;

    static Stream<Preset> presets() {
        return new PresetCatalog(StandardCatalog.create()).all().stream();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void theFactorsOfEachLineMultiplyToTheGradientOfItsEdge(Preset preset) {
        ExecutionPlan plan = plan(preset);
        try (Derivatives derivatives = Derivatives.of(plan)) {
            for (Slot slot : plan.pulled()) {
                ChainLine line = derivatives.line(slot);
                Tensor product = line.multiplied().orElseGet(() -> line.terms().stream()
                        .map(ChainLine.Term::product)
                        .reduce(Tensor::plus)
                        .orElseThrow());
                assertClose("the edge into " + slot, line.gradient(), product);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void theProductsOfAllPathsAddUpToTheGradient(Preset preset) {
        ExecutionPlan plan = plan(preset);
        try (Derivatives derivatives = Derivatives.of(plan)) {
            for (Source source : starts(plan)) {
                Paths paths = Paths.from(plan, source, MOST_PATHS);
                if (paths.complete()) {
                    List<PathProduct> products = derivatives.products(paths);
                    Tensor sum = products.stream()
                            .map(PathProduct::contribution)
                            .reduce(Tensor::plus)
                            .orElseThrow();
                    assertClose("the paths from " + source, derivatives.gradient(source), sum);
                    products.stream().filter(PathProduct::isOfNumbers).forEach(ChainRuleTest::assertMultiplies);
                } else {
                    assertThat(paths.listed()).as("paths from " + source).hasSize(MOST_PATHS);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void forwardAndReverseModeAgree(Preset preset) {
        ExecutionPlan plan = plan(preset);
        try (Derivatives derivatives = Derivatives.of(plan)) {
            for (Source source : starts(plan)) {
                int last = (int) plan.shape(source).size() - 1;
                BothWays both = derivatives.bothWays(source, last);
                assertClose("root by " + source, Tensor.scalar(both.reverse()), Tensor.scalar(both.forward()));
            }
        }
    }

    /** Where the graph begins and a gradient arrives. */
    private static List<Source> starts(ExecutionPlan plan) {
        return plan.order().stream()
                .filter(id -> plan.graph().into(id).isEmpty())
                .map(plan::first)
                .filter(plan::hasGradient)
                .toList();
    }

    private static void assertMultiplies(PathProduct product) {
        double number = product.factors().stream()
                .mapToDouble(factor -> factor.local() == null ? Double.NaN : factor.local())
                .reduce(1, (a, b) -> a * b);
        assertClose(
                "the factors of a path",
                product.contribution(),
                product.contribution().map(x -> number));
    }

    private static ExecutionPlan plan(Preset preset) {
        Compilation compilation = ExecutionPlan.compile(preset.file().graph(), Precision.DOUBLE, BUDGET);
        return ((Compilation.Compiled) compilation).plan();
    }

    private static void assertClose(String what, Tensor expected, Tensor actual) {
        assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
        double scale = 1;
        for (int i = 0; i < expected.size(); i++) {
            scale = Math.max(scale, Math.abs(expected.at(i)));
        }
        for (int i = 0; i < expected.size(); i++) {
            boolean close = Double.compare(expected.at(i), actual.at(i)) == 0
                    || Math.abs(expected.at(i) - actual.at(i)) <= TOLERANCE * scale;
            assertThat(close)
                    .as("%s at %d: %s, and the product is %s", what, i, expected.at(i), actual.at(i))
                    .isTrue();
        }
    }
}
