package chainrule.check;

import chainrule.exec.ExecutionPlan;
import chainrule.exec.RunProblem;
import chainrule.exec.Workspace;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.kernel.Buffer;
import chainrule.tensor.Precision;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the gradient of every parameter and float input with what nudging each number does to the loss: a central
 * difference from ±1e-4 and ±5e-5, extrapolated (Richardson 1911). Run it on a plan in double precision.
 */
public final class GradientCheck implements AutoCloseable {
    /** Relative errors below this are rounding. */
    public static final double GREEN = 1e-6;

    /** Relative errors above this are mistakes. */
    public static final double AMBER = 1e-4;

    private static final int MOST_ELEMENTS = 2000;

    private final Workspace workspace;
    private final ExecutionPlan plan;
    private final int most;

    private GradientCheck(ExecutionPlan plan, int most) {
        if (plan.precision() != Precision.DOUBLE) {
            throw new IllegalArgumentException("gradients are checked in double precision");
        }
        this.plan = plan;
        this.most = most;
        this.workspace = new Workspace(plan);
    }

    /**
     * Checks a plan.
     *
     * @throws RunProblem where the numbers show a learner's mistake
     */
    public static CheckReport of(ExecutionPlan plan) {
        return of(plan, MOST_ELEMENTS);
    }

    /**
     * Checks at most so many elements of each node.
     *
     * @throws RunProblem where the numbers show a learner's mistake
     */
    public static CheckReport of(ExecutionPlan plan, int most) {
        try (GradientCheck check = new GradientCheck(plan, most)) {
            return check.report();
        }
    }

    @Override
    public void close() {
        workspace.close();
    }

    private CheckReport report() {
        workspace.run();
        List<NodeCheck> nodes = new ArrayList<>();
        for (NodeId id : plan.order()) {
            boolean source = plan.graph().type(id).values().isPresent();
            if (source && plan.hasGradient(Source.of(id))) {
                nodes.add(node(id));
            }
        }
        return new CheckReport(nodes);
    }

    private NodeCheck node(NodeId id) {
        Tensor analytic = workspace.gradient(Source.of(id)).orElseThrow();
        int count = Math.min(analytic.size(), most);
        NodeCheck.Element worst = null;
        for (int i = 0; i < count; i++) {
            int position = (int) ((long) i * analytic.size() / count);
            NodeCheck.Element element = element(id, position, analytic.at(position));
            if (worst == null || worse(element, worst)) {
                worst = element;
            }
        }
        NodeCheck.Element decisive = java.util.Objects.requireNonNull(worst);
        return new NodeCheck(id, decisive.verdict(), decisive, count, analytic.size());
    }

    private static boolean worse(NodeCheck.Element a, NodeCheck.Element b) {
        int order = a.verdict().compareTo(b.verdict());
        return order > 0 || (order == 0 && a.error() > b.error());
    }

    private NodeCheck.Element element(NodeId id, int position, double analytic) {
        Buffer value = workspace.buffer(Source.of(id));
        double x = value.get(position);
        Comparison.Probe probe = new Comparison.Probe() {
            @Override
            public double loss(double changed) {
                value.set(position, changed);
                workspace.runForward();
                return workspace.loss();
            }

            @Override
            public double[] sides() {
                return workspace.kinkSides();
            }
        };
        try {
            return Comparison.of(probe, position, x, analytic);
        } finally {
            value.set(position, x);
        }
    }
}
