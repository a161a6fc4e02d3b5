package chainrule.trace;

import chainrule.block.Outline;
import chainrule.exec.Step;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.NodeType;
import chainrule.tensor.Tensor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What is known at one moment of a pass. What has not been computed, or is kept back, is absent, never 0. */
public final class GradientView {
    private final Trace trace;
    private final int done;
    private final Map<Source, Tensor> values = new HashMap<>();
    private final Map<Source, Tensor> gradients = new HashMap<>();
    private final Map<Slot, Tensor> contributions = new HashMap<>();

    GradientView(Trace trace, int done) {
        this.trace = trace;
        this.done = done;
        Set<NodeId> computed = new HashSet<>();
        for (int i = 0; i < done; i++) {
            if (trace.keptBack().contains(i)) {
                continue;
            }
            Step step = trace.steps().get(i);
            Tensor result = trace.result(i);
            if (step instanceof Step.Forward) {
                computed.add(step.node());
                values.put(first(step.node()), result);
            } else if (step instanceof Step.Pull pull) {
                contributions.put(pull.slot(), result);
                Source from = trace.plan().feeding(pull.slot());
                if (slots(from).size() == 1) {
                    gradients.put(from, result);
                }
            } else if (step instanceof Step.Seed) {
                gradients.put(first(step.node()), result);
            } else if (step instanceof Step.Accumulate accumulate) {
                gradients.put(accumulate.output(), result);
            } else if (step instanceof Step.Update) {
                boolean gradient = trace.sequel(i)
                        .filter(s -> s.writes() == Trace.Sequel.Writes.GRADIENT)
                        .isPresent();
                (gradient ? gradients : values).put(first(step.node()), result);
            }
        }
        trace.furtherOutputs().forEach((source, value) -> {
            if (computed.contains(source.node())) {
                values.put(source, value);
            }
        });
    }

    /** How many steps are done. */
    public int done() {
        return done;
    }

    /** The value of an output, of an opened node too. */
    public Optional<Tensor> value(Source source) {
        return Optional.ofNullable(values.get(outline().resolved(source)));
    }

    /** The value of a node's first output; empty where the pass has no such node. */
    public Optional<Tensor> value(NodeId node) {
        return has(node) ? value(first(node)) : Optional.empty();
    }

    /**
     * The whole gradient of an output: once every contribution has arrived. That of an opened node is the sum of what
     * comes back to it from outside.
     */
    public Optional<Tensor> gradient(Source source) {
        if (!outline().isOpened(source.node())) {
            return Optional.ofNullable(gradients.get(source));
        }
        Source flat = outline().resolved(source);
        boolean seeded = trace.plan().root().filter(flat.node()::equals).isPresent();
        if (seeded || isKeptBack(flat)) {
            return Optional.ofNullable(gradients.get(flat));
        }
        return sum(outline().fedBy(source));
    }

    /** The gradient of a node's first output; empty where the pass has no such node. */
    public Optional<Tensor> gradient(NodeId node) {
        return has(node) ? gradient(first(node)) : Optional.empty();
    }

    /** What flows back along the edge into a slot; into an opened node, all that flows back from inside. */
    public Optional<Tensor> contribution(Slot slot) {
        return outline().isOpened(slot.node())
                ? sum(outline().resolved(slot))
                : Optional.ofNullable(contributions.get(slot));
    }

    /** Whether a gradient would be told although the recording keeps it back. */
    private boolean isKeptBack(Source flat) {
        return !trace.keptBack().isEmpty() && trace.plan().hasGradient(flat) && !gradients.containsKey(flat);
    }

    /** The sum of the contributions of slots of the plan; empty until all that will come are there. */
    private Optional<Tensor> sum(List<Slot> slots) {
        List<Slot> coming =
                slots.stream().filter(trace.plan().pulled()::contains).toList();
        if (coming.isEmpty() || !contributions.keySet().containsAll(coming)) {
            return Optional.empty();
        }
        return coming.stream()
                .map(s -> Objects.requireNonNull(contributions.get(s)))
                .reduce(Tensor::plus);
    }

    /** The contributions to an output's gradient that have arrived, by slot in their order of arrival. */
    public List<Slot> arrived(Source source) {
        return slots(source).stream().filter(contributions::containsKey).toList();
    }

    private List<Slot> slots(Source source) {
        return trace.plan().contributions().getOrDefault(source, List.of());
    }

    private Outline outline() {
        return trace.plan().outline();
    }

    private boolean has(NodeId node) {
        return trace.plan().graph().has(node) || outline().isOpened(node);
    }

    private Source first(NodeId node) {
        NodeType type = outline().opened(node).map(Node::type).orElseGet(() -> trace.plan()
                .graph()
                .type(node));
        return new Source(node, type.outputs().get(0).name());
    }
}
