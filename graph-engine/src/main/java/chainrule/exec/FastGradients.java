package chainrule.exec;

import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Kernels;
import chainrule.kernel.Scattering;
import chainrule.kernel.Summand;
import chainrule.op.OutPort;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The backward half of a fast pass: one buffer for each gradient that is needed. The first contribution is written
 * there; the others are products and sums of columns added in place, or are computed aside and added. Those whose sum is
 * the gradient of a parameter wait for the last of them, and then become as few as possible.
 */
final class FastGradients {
    private final Bindings bindings;
    private final Placement placement;
    private final ExecutionPlan plan;
    private final Map<Source, Buffer> gradients = new HashMap<>();
    private final Map<Shape, Buffer> aside = new HashMap<>();
    private final Set<NodeId> prepared = new HashSet<>();
    private final Map<Source, Integer> arrived = new HashMap<>();
    private final Map<Source, Waiting> waiting = new HashMap<>();
    private final List<Stage> stages = new ArrayList<>();

    FastGradients(Bindings bindings, Placement placement, Needs needs) {
        this.bindings = bindings;
        this.placement = placement;
        this.plan = bindings.plan();
        plan.root().filter(needs::leadsToLearning).ifPresent(this::seed);
        needs.pulled().forEach(this::pull);
    }

    List<Stage> stages() {
        return stages;
    }

    Optional<Buffer> find(Source source) {
        return Optional.ofNullable(gradients.get(source));
    }

    private void seed(NodeId root) {
        Buffer gradient = gradient(plan.first(root));
        stages.add(Stage.of(new Step.Seed(root), Kernels.filled(1, gradient)));
    }

    private void pull(Slot slot) {
        Source source = plan.feeding(slot);
        Map<String, Buffer> upstream = upstream(slot.node());
        Kernel preparation = prepared.add(slot.node()) ? bindings.preparation(slot.node(), upstream) : Kernel.nothing();
        Arrival arrival = new Arrival(
                slot,
                arrived.merge(source, 1, Integer::sum),
                Objects.requireNonNull(plan.contributions().get(source)).size());
        Waiting others = waiting.computeIfAbsent(source, s -> new Waiting());
        Kernel kernel = Kernel.sequence(preparation, contribution(arrival, gradient(source), upstream, others));
        others.steps.add(new Step.Pull(slot));
        if (arrival.last() && !arrival.first()) {
            others.steps.add(new Step.Accumulate(source));
        }
        if (!kernel.parts().isEmpty() || arrival.last()) {
            stages.add(new Stage(others.steps, kernel));
            others.steps.clear();
        }
    }

    /** What brings one contribution into a gradient; nothing where it waits for others. */
    private Kernel contribution(Arrival arrival, Buffer sum, Map<String, Buffer> upstream, Waiting others) {
        Kernel direct = bindings.vjp(arrival.slot, upstream, sum);
        Summand product = direct instanceof Summand summand && summand.writesAll(sum) ? summand : null;
        boolean onlyProducts = others.products.size() == arrival.number - 1;
        if (product != null && onlyProducts && isParameter(plan.feeding(arrival.slot))) {
            others.products.add(product);
            return arrival.last() ? others.sum(sum) : Kernel.nothing();
        }
        Kernel before = onlyProducts ? others.sum(sum) : Kernel.nothing();
        others.products.clear();
        if (arrival.first()) {
            return direct;
        } else if (product != null) {
            return Kernel.sequence(before, product.addedTo(sum));
        }
        if (direct instanceof Scattering scattering && scattering.writes(sum)) {
            return Kernel.sequence(before, scattering.added());
        }
        Buffer part = aside.computeIfAbsent(sum.shape(), bindings::allocate);
        return Kernel.sequence(before, bindings.vjp(arrival.slot, upstream, part), Kernels.accumulate(part, sum));
    }

    /**
     * A contribution as it arrives.
     *
     * @param number counted from 1
     * @param all how many there will be
     */
    private record Arrival(Slot slot, int number, int all) {
        boolean first() {
            return number == 1;
        }

        boolean last() {
            return number == all;
        }
    }

    /** What waits for the last contribution to a gradient: products, and the steps that they are. */
    private static final class Waiting {
        private final List<Summand> products = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();

        Kernel sum(Buffer sum) {
            return Kernel.sequence(Summand.summed(products, sum).toArray(Kernel[]::new));
        }
    }

    private boolean isParameter(Source source) {
        return plan.graph().type(source.node()).values().isPresent();
    }

    private Buffer gradient(Source source) {
        return gradients.computeIfAbsent(source, s -> placement.of(new Tenant.Gradient(s), plan.shape(s)));
    }

    private Map<String, Buffer> upstream(NodeId node) {
        Map<String, Buffer> result = new HashMap<>();
        for (OutPort port : plan.graph().type(node).outputs()) {
            find(new Source(node, port.name())).ifPresent(gradient -> result.put(port.name(), gradient));
        }
        return result;
    }
}
