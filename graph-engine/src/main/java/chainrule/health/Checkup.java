package chainrule.health;

import chainrule.exec.ExecutionPlan;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.tensor.Tensor;
import chainrule.trace.GradientView;
import chainrule.trace.Trace;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Measures the gradients and activations of one pass. What was measured once is kept, so that another moment of the same
 * pass costs a look at each node. Used on one thread.
 */
public final class Checkup {
    private final ExecutionPlan plan;
    private final List<Source> measured;
    private final Map<Tensor, Double> norms = new IdentityHashMap<>();
    private final Map<Tensor, Optional<Activity>> activities = new IdentityHashMap<>();

    public Checkup(Trace trace) {
        this.plan = trace.plan();
        this.measured =
                plan.shapes().keySet().stream().filter(plan::hasGradient).toList();
    }

    /** The outputs that have a gradient, in the order in which they are computed. */
    public List<Source> measured() {
        return measured;
    }

    /** Whether an output is a parameter. */
    public boolean isParameter(Source source) {
        return plan.graph().type(source.node()).trainable();
    }

    /** The norm of an output's gradient at a moment of the pass; empty where it is not there yet. */
    public OptionalDouble norm(Source source, GradientView view) {
        return view.gradient(source)
                .map(gradient -> OptionalDouble.of(norms.computeIfAbsent(gradient, Tensor::norm)))
                .orElse(OptionalDouble.empty());
    }

    /** The activity of a node at a moment of the pass; empty where it has no value yet or is no activation that is lost. */
    public Optional<Activity> activity(NodeId node, GradientView view) {
        return view.value(node)
                .flatMap(value -> activities.computeIfAbsent(
                        value, v -> Activity.of(plan.graph().node(node), v)));
    }

    /** What needs attention at a moment of the pass, in the order of the plan. Where no gradient comes back, none can. */
    public List<Vital> vitals(GradientView view, Bounds bounds) {
        List<Vital> vitals = new ArrayList<>();
        for (NodeId node : plan.order()) {
            activity(node, view)
                    .filter(activity -> activity.share() > bounds.share())
                    .ifPresent(activity -> vitals.add(new Vital.Lost(node, activity)));
            Source source = plan.first(node);
            if (plan.hasGradient(source)) {
                norm(source, view).ifPresent(norm -> {
                    Bounds.Verdict verdict = bounds.of(norm);
                    if (verdict.isBad()) {
                        vitals.add(new Vital.Norm(node, norm, verdict));
                    }
                });
            }
        }
        return List.copyOf(vitals);
    }
}
