package chainrule.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chainrule.exec.Plans;
import chainrule.exec.Workspace;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.tensor.Precision;
import chainrule.trace.Trace;
import java.util.Comparator;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class PlaceChecksTest {
    private static Trace trace(Graph graph, Precision precision) {
        try (Workspace workspace = new Workspace(Plans.of(graph, precision))) {
            return Trace.record(workspace);
        }
    }

    private static Source out(String id) {
        return Source.of(NodeId.of(id));
    }

    @Test
    void anEdgeIsNudgedAloneAndANodeForAllOfItsConsumers() {
        try (PlaceChecks checks = new PlaceChecks(trace(Sketch.twoPaths(), Precision.FLOAT))) {
            PlaceCheck edge = checks.at(Slot.of("d", "x"), 0);
            assertThat(edge.place()).isEqualTo("the edge into d.x");
            assertThat(edge.element().analytic()).isEqualTo(3);
            assertThat(edge.element().numeric()).isCloseTo(3, within(1e-8));
            assertThat(edge.element().verdict()).isEqualTo(Verdict.GREEN);
            PlaceCheck other = checks.at(Slot.of("c", "b"), -1);
            assertThat(other.element().numeric()).isCloseTo(2, within(1e-8));
            PlaceCheck node = checks.at(out("b"), 0);
            assertThat(node.element().numeric()).isCloseTo(5, within(1e-8));
            assertThat(node.sentence()).isEqualTo("They agree: the gradient is right.");
            assertThat(checks.at(out("c"), 0).element().numeric()).isCloseTo(2, within(1e-8));
        }
    }

    @Test
    void theErrorIsLeastBetweenLargeAndSmallSteps() {
        Graph graph = new Sketch().param("w", 0.7).node("y", "tanh", "w").graph();
        try (PlaceChecks checks = new PlaceChecks(trace(graph, Precision.DOUBLE))) {
            PlaceCheck check = checks.at(out("w"), 0);
            assertThat(check.curve()).hasSize(40);
            assertThat(check.curve().get(0).h()).isCloseTo(0.1, within(1e-12));
            double least = check.curve().stream()
                    .map(PlaceCheck.StepSize::error)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            assertThat(least).isLessThan(1e-9);
            assertThat(check.curve().get(0).error()).isGreaterThan(1e-4);
            assertThat(check.curve().get(39).error()).isGreaterThan(1e-5);
        }
    }

    @Test
    void aKinkIsNamedAndTheWorstElementIsFound() {
        Graph graph = new Sketch()
                .param("w", 1, 0.00001, -2)
                .node("r", "relu", "w")
                .node("L", "sum", "r")
                .graph();
        try (PlaceChecks checks = new PlaceChecks(trace(graph, Precision.DOUBLE))) {
            PlaceCheck check = checks.at(Slot.of("r", "x"), -1);
            assertThat(check.size()).isEqualTo(3);
            assertThat(check.element().position()).isEqualTo(1);
            assertThat(check.element().verdict()).isEqualTo(Verdict.KINK_NEARBY);
            assertThat(check.sentence()).startsWith("A kink is nearby");
            assertThat(checks.at(Slot.of("r", "x"), 2).element().verdict()).isEqualTo(Verdict.GREEN);
        }
    }

    @Test
    void whereALossNearbyIsNotFiniteThereIsNothingToCompare() {
        Graph graph = new Sketch().param("w", 0.00001).node("y", "log", "w").graph();
        try (PlaceChecks checks = new PlaceChecks(trace(graph, Precision.DOUBLE))) {
            PlaceCheck check = checks.at(out("w"), 0);
            assertThat(check.element().verdict()).isEqualTo(Verdict.NOT_COMPARED);
            assertThat(check.sentence()).startsWith("The loss nearby is not a finite number");
        }
        Graph rootless = new Sketch().param("a", 1).param("b", 1).graph();
        assertThatThrownBy(() -> new PlaceChecks(trace(rootless, Precision.DOUBLE)).close())
                .isInstanceOf(NoSuchElementException.class);
    }
}
