package chainrule.train;

import chainrule.exec.ExecutionPlan;
import chainrule.exec.Step;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.graph.Source;
import chainrule.health.Units;
import chainrule.language.Phrases;
import chainrule.op.NodeType;
import chainrule.tensor.Tensor;
import chainrule.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;

/** Finds the step of a pass at which a node's value or whole gradient is there, and looks at it. */
final class Sought {
    private static final Phrases WORDS = Phrases.of(Sought.class);

    private Sought() {}

    /** How many steps are done when a node has its value, where the value is such. */
    static OptionalInt value(Trace trace, NodeId node, Predicate<Tensor> such) {
        return found(trace, new Step.Forward(node)::equals, such);
    }

    /** How many steps are done when a node has its whole gradient, where the gradient is such. */
    static OptionalInt gradient(Trace trace, NodeId node, Predicate<Tensor> such) {
        Source source = output(trace.plan(), node);
        return found(trace, step -> completes(trace.plan(), step, source), such);
    }

    static Optional<Problem> withoutGradient(ExecutionPlan plan, NodeId node) {
        Optional<Problem> missing = missing(plan, node);
        return missing.isPresent() || plan.hasGradient(output(plan, node))
                ? missing
                : Optional.of(Problem.at(node, WORDS.text("sought.noGradientStopAt", node)));
    }

    /**
     * @param sentence the key of what is said of a node, of its type, and of the types that are meant
     */
    static Optional<Problem> unlessOf(ExecutionPlan plan, NodeId node, List<String> types, String sentence) {
        if (!plan.graph().has(node)) {
            return missing(plan, node)
                    .or(() -> Optional.of(Problem.at(node, WORDS.text("sought.blockChooseNodeInside", node))));
        }
        String type = plan.graph().type(node).id();
        return types.contains(type)
                ? Optional.empty()
                : Optional.of(Problem.at(
                        node,
                        WORDS.text(
                                sentence,
                                node,
                                type,
                                types.stream()
                                        .reduce((a, b) -> WORDS.text("sought.and", a, b))
                                        .orElse(""))));
    }

    /** The largest magnitude of an element; NaN where there is one. */
    static double largest(Tensor tensor) {
        double largest = 0;
        for (int i = 0; i < tensor.size(); i++) {
            largest = Math.max(largest, Math.abs(tensor.at(i)));
        }
        return largest;
    }

    static double sum(Tensor tensor) {
        double sum = 0;
        for (int i = 0; i < tensor.size(); i++) {
            sum += tensor.at(i);
        }
        return sum;
    }

    /** Whether the outputs of some unit are such for every example. */
    static boolean anyUnit(Tensor value, DoublePredicate such) {
        return Units.such(value, such) > 0;
    }

    /** How many steps are done after the last of some; empty where there is none. */
    static OptionalInt last(Trace trace, Predicate<Step> such) {
        for (int done = trace.steps().size(); done > 0; done--) {
            if (such.test(trace.steps().get(done - 1))) {
                return OptionalInt.of(done);
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt found(Trace trace, Predicate<Step> there, Predicate<Tensor> such) {
        for (int i = 0; i < trace.steps().size(); i++) {
            if (there.test(trace.steps().get(i))) {
                return such.test(trace.result(i)) ? OptionalInt.of(i + 1) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    private static boolean completes(ExecutionPlan plan, Step step, Source source) {
        if (step instanceof Step.Pull pull) {
            return plan.feeding(pull.slot()).equals(source)
                    && plan.contributions().getOrDefault(source, List.of()).size() == 1;
        } else if (step instanceof Step.Seed seed) {
            return plan.first(seed.node()).equals(source);
        }
        return step instanceof Step.Accumulate accumulate && accumulate.output().equals(source);
    }

    /** The first output of a node, or what stands for it where the node was opened. */
    private static Source output(ExecutionPlan plan, NodeId node) {
        NodeType type = plan.outline().opened(node).map(Node::type).orElseGet(() -> plan.graph()
                .type(node));
        return plan.outline().resolved(new Source(node, type.outputs().get(0).name()));
    }

    private static Optional<Problem> missing(ExecutionPlan plan, NodeId node) {
        return plan.graph().has(node) || plan.outline().isOpened(node)
                ? Optional.empty()
                : Optional.of(Problem.of(WORDS.text("sought.trainingStopAtThereNo", node)));
    }
}
