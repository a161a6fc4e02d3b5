package chainrule.trace;

import chainrule.exec.ExecutionPlan;
import chainrule.exec.Step;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How far an edit of some numbers reaches through a pass: a step is touched where something that it reads was written
 * anew with other bits.
 */
final class Touched {
    private final ExecutionPlan plan;
    private final Set<NodeId> reran = new HashSet<>();
    private final Set<Source> values = new HashSet<>();
    private final Set<Source> gradients = new HashSet<>();
    private final Set<Slot> contributions = new HashSet<>();

    Touched(ExecutionPlan plan) {
        this.plan = plan;
    }

    /** Whether a step has to run, given those before it. */
    boolean touches(Step step) {
        if (step instanceof Step.Forward forward) {
            return plan.revisedSources().contains(forward.node())
                    || plan.graph().into(forward.node()).stream().anyMatch(edge -> values.contains(edge.from()));
        } else if (step instanceof Step.Pull pull) {
            return reran.contains(pull.node()) || gradientOf(pull.node());
        } else if (step instanceof Step.Accumulate accumulate) {
            return slots(accumulate.output()).stream().anyMatch(contributions::contains);
        }
        return false;
    }

    /** Whether the forward step of a node ran, so that what it saved may be other numbers. */
    boolean reran(NodeId node) {
        return reran.contains(node);
    }

    /** A step has run; {@code other} says whether it wrote other bits than before. */
    void ran(Step step, boolean other) {
        if (step instanceof Step.Forward forward) {
            reran.add(forward.node());
            wrote(plan.first(forward.node()), other);
        } else if (other && step instanceof Step.Pull pull) {
            contributions.add(pull.slot());
            Source from = plan.feeding(pull.slot());
            if (slots(from).size() == 1) {
                gradients.add(from);
            }
        } else if (other && step instanceof Step.Accumulate accumulate) {
            gradients.add(accumulate.output());
        }
    }

    /** An output was computed. */
    void wrote(Source output, boolean other) {
        if (other) {
            values.add(output);
        }
    }

    private boolean gradientOf(NodeId node) {
        return plan.graph().type(node).outputs().stream()
                .anyMatch(port -> gradients.contains(new Source(node, port.name())));
    }

    private List<Slot> slots(Source source) {
        return plan.contributions().getOrDefault(source, List.of());
    }
}
