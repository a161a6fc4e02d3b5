package chainrule.trace;

import chainrule.exec.ExecutionPlan;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Counts the multiplications of sweeps over the edges along which gradients flow back. */
final class Sweeps {
    private final ExecutionPlan plan;
    private final Map<Slot, Long> slopes = new HashMap<>();

    /**
     * @param slopes of an edge that are not 0; negative where they are not known
     */
    Sweeps(ExecutionPlan plan, ToLongFunction<Slot> slopes) {
        this.plan = plan;
        plan.pulled().forEach(slot -> this.slopes.put(slot, slopes.applyAsLong(slot)));
    }

    Multiplications count(Source source) {
        long numbers = plan.shape(source).size();
        long edges = cost(after(source));
        long allSweeps = 0;
        long allForward = 0;
        for (NodeId id : plan.order()) {
            Source other = plan.first(id);
            if (plan.graph().type(id).values().isPresent() && plan.hasGradient(other)) {
                long sweeps = plan.shape(other).size();
                allSweeps += sweeps;
                allForward += sweeps * cost(after(other));
            }
        }
        int uncounted =
                (int) slopes.values().stream().filter(count -> count < 0).count();
        return new Multiplications(
                new Multiplications.Cost(numbers, numbers * edges, 1, edges),
                new Multiplications.Cost(allSweeps, allForward, 1, cost(plan.pulled())),
                uncounted);
    }

    private long cost(Set<Slot> edges) {
        return edges.stream()
                .mapToLong(slot -> Math.max(0, slopes.getOrDefault(slot, 0L)))
                .sum();
    }

    /** The edges by which an output reaches the root. */
    private Set<Slot> after(Source source) {
        Set<Slot> edges = new LinkedHashSet<>();
        Set<Source> reached = new HashSet<>(Set.of(source));
        for (NodeId id : plan.order()) {
            plan.graph().into(id).forEach(edge -> {
                if (reached.contains(edge.from()) && plan.pulled().contains(edge.to())) {
                    edges.add(edge.to());
                    reached.addAll(Paths.outputs(plan, id));
                }
            });
        }
        return edges;
    }
}
