package chainrule.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainrule.catalog.StandardCatalog;
import chainrule.exec.Plans;
import chainrule.exec.Workspace;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.graph.Source;
import chainrule.op.Literal;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import chainrule.trace.Trace;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Norms against bounds, and what is dead or saturated. */
class CheckupTest {
    private static final Bounds BOUNDS = Bounds.standard();

    private static Activity activity(String type, Tensor value) {
        return activity(type, Settings.none(), value);
    }

    private static Activity activity(String type, Settings settings, Tensor value) {
        Node node = Node.of("y", StandardCatalog.create().get(type), settings);
        return Activity.of(node, value).orElseThrow();
    }

    private static Trace trace(Graph graph) {
        try (Workspace workspace = new Workspace(Plans.of(graph))) {
            return Trace.record(workspace);
        }
    }

    @Property
    void aNormIsOneOfFive(@ForAll double norm, @ForAll @DoubleRange(min = 0.01, max = 1) double low) {
        Bounds bounds = new Bounds(low, low * 10, 0.5);
        Bounds.Verdict verdict = bounds.of(Math.abs(norm));
        double size = Math.abs(norm);
        assertThat(verdict == Bounds.Verdict.FINE).isEqualTo(size >= low && size <= low * 10);
        assertThat(verdict == Bounds.Verdict.NOTHING).isEqualTo(size == 0);
        assertThat(verdict.isBad()).isEqualTo(size != 0 && verdict != Bounds.Verdict.FINE);
    }

    @Example
    void boundsAreInTheirOrder() {
        assertThat(Bounds.refusal(1e-6, 1e3)).isEmpty();
        assertThat(Bounds.refusal(0, 1)).isPresent();
        assertThat(Bounds.refusal(2, 1)).isPresent();
        assertThat(Bounds.refusal(1, Double.POSITIVE_INFINITY)).isPresent();
        assertThatThrownBy(() -> new Bounds(1, 1, 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThat(BOUNDS.of(Double.NaN)).isEqualTo(Bounds.Verdict.NON_FINITE);
        assertThat(BOUNDS.of(1e-7)).isEqualTo(Bounds.Verdict.VANISHING);
        assertThat(BOUNDS.of(1e4)).isEqualTo(Bounds.Verdict.EXPLODING);
    }

    @Example
    void aUnitIsDeadWhereItIsOffForEveryExample() {
        assertThat(activity("relu", Tensor.of(Shape.of(2, 2), 1, 0, 0, 0)))
                .isEqualTo(new Activity(Activity.Kind.DEAD, 1, 2));
        assertThat(activity("relu", Tensor.scalar(0)).share()).isEqualTo(1);
        assertThat(activity("relu", Tensor.of(Shape.of(1, 2, 1, 2), 0, 0, 0, 1)).lost())
                .isEqualTo(1);
        assertThat(Activity.of(Node.of("y", StandardCatalog.create().get("gelu")), Tensor.scalar(0)))
                .isEmpty();
    }

    @Example
    void aNumberIsSaturatedWhereTheCurveIsFlat() {
        assertThat(activity("sigmoid", Tensor.vector(0.5, 0.995, 0.004, 0.98)))
                .isEqualTo(new Activity(Activity.Kind.SATURATED, 2, 4));
        assertThat(activity("tanh", Tensor.vector(0.5, -0.999, 0.99)).lost()).isEqualTo(1);
    }

    @Property(tries = 100)
    void aSoftmaxIsDecidedAlongItsAxisOnly(@ForAll @IntRange(max = 2) int axis) {
        Shape shape = Shape.of(2, 2, 2);
        Tensor value = Tensor.filled(shape, 0.5);
        int stride = 4 >> axis;
        Tensor decided = value.with(0, 0.999).with(stride, 0.001);
        Settings settings = Settings.none().with("axis", new Literal.Number(axis));
        assertThat(activity("softmax", settings, decided)).isEqualTo(new Activity(Activity.Kind.DECIDED, 1, 4));
        assertThat(activity("softmax", Tensor.filled(Shape.of(1000), 1e-3)).lost())
                .isZero();
    }

    @Example
    void whatIsBadIsFoundWhereItIsAndWhenItIsThere() {
        Graph graph = new Sketch()
                .param("x", -1, -2)
                .param("k", 5e3)
                .node("r", "relu", "x")
                .node("m", "mul", "r", "k")
                .node("s", "sum", "m")
                .graph();
        Trace trace = trace(graph);
        Checkup checkup = new Checkup(trace);
        Activity dead = new Activity(Activity.Kind.DEAD, 2, 2);
        assertThat(checkup.vitals(trace.end(), BOUNDS))
                .containsExactly(
                        new Vital.Lost(NodeId.of("r"), dead),
                        new Vital.Norm(NodeId.of("r"), Math.hypot(5e3, 5e3), Bounds.Verdict.EXPLODING));
        assertThat(checkup.vitals(trace.view(0), BOUNDS)).isEmpty();
        assertThat(checkup.vitals(trace.end(), new Bounds(1e-6, 1e5, 1))).isEmpty();
        Source x = Source.of(NodeId.of("x"));
        assertThat(checkup.measured()).contains(x).doesNotContain(Source.of(NodeId.of("elsewhere")));
        assertThat(checkup.norm(x, trace.view(2))).isEmpty();
        assertThat(checkup.norm(x, trace.end())).hasValue(0);
        assertThat(checkup.isParameter(x)).isTrue();
        assertThat(checkup.isParameter(Source.of(NodeId.of("m")))).isFalse();
    }
}
