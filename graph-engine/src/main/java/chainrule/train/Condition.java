package chainrule.train;

import chainrule.exec.ExecutionPlan;
import chainrule.exec.Step;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.graph.Slot;
import chainrule.health.Activity;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;
import chainrule.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a training, or a pass, can be made to stop at. */
public sealed interface Condition {
    Phrases WORDS = Phrases.of(Condition.class);

    /** The condition in words: {@code the first gradient at z below 0.001}. */
    String words();

    /** Why it cannot be looked for in a plan; empty where it can. */
    default Optional<Problem> refusal(ExecutionPlan plan) {
        return Optional.empty();
    }

    /** The node that it looks at, or that the edge that it looks at leads into; empty where it looks at none. */
    default Optional<NodeId> place() {
        return Optional.empty();
    }

    /** Whether it holds before the pass of a training step, counted from 0, without a look at the pass. */
    default boolean holdsBefore(int step) {
        return false;
    }

    /**
     * How many steps of a pass are done when it first holds; empty where it does not.
     *
     * @param earlier the loss of the training step before; NaN where there is none
     */
    OptionalInt first(Trace trace, double earlier);

    /** A value or a gradient is NaN or infinite. */
    record NonFinite() implements Condition {
        @Override
        public String words() {
            return WORDS.text("condition.firstNanOrInfinity");
        }

        @Override
        public OptionalInt first(Trace trace, double earlier) {
            return trace.nonFinite()
                    .map(found -> OptionalInt.of(found.step() + 1))
                    .orElse(OptionalInt.empty());
        }
    }

    /** Every element of a node's gradient is nearer to 0 than a bound. */
    record GradientBelow(NodeId node, double bound) implements Condition {
        @Override
        public Optional<NodeId> place() {
            return Optional.of(node);
        }

        @Override
        public String words() {
            return WORDS.text("condition.firstGradientAtBelow", node, Digits.brief(bound));
        }

        @Override
        public Optional<Problem> refusal(ExecutionPlan plan) {
            return Sought.withoutGradient(plan, node);
        }

        @Override
        public OptionalInt first(Trace trace, double earlier) {
            return Sought.gradient(trace, node, g -> Sought.largest(g) < bound);
        }
    }

    /** An element of a node's gradient is further from 0 than a bound. */
    record GradientAbove(NodeId node, double bound) implements Condition {
        @Override
        public Optional<NodeId> place() {
            return Optional.of(node);
        }

        @Override
        public String words() {
            return WORDS.text("condition.firstGradientAtAbove", node, Digits.brief(bound));
        }

        @Override
        public Optional<Problem> refusal(ExecutionPlan plan) {
            return Sought.withoutGradient(plan, node);
        }

        @Override
        public OptionalInt first(Trace trace, double earlier) {
            return Sought.gradient(trace, node, g -> Sought.largest(g) > bound);
        }
    }

    /** A unit of a ReLU is 0 for every example. */
    record DeadUnit(NodeId node) implements Condition {
        @Override
        public Optional<NodeId> place() {
            return Optional.of(node);
        }

        @Override
        public String words() {
            return WORDS.text("condition.firstDeadUnit", node);
        }

        @Override
        public Optional<Problem> refusal(ExecutionPlan plan) {
            return Sought.unlessOf(plan, node, List.of("relu"), "sought.die");
        }

        @Override
        public OptionalInt first(Trace trace, double earlier) {
            return Sought.value(trace, node, value -> Sought.anyUnit(value, y -> y <= 0));
        }
    }

    /** A unit of a sigmoid or tanh is where the curve is flat, its slope below 0.01, for every example. */
    record SaturatedUnit(NodeId node) implements Condition {
        private static final String TANH = "tanh";

        @Override
        public Optional<NodeId> place() {
            return Optional.of(node);
        }

        @Override
        public String words() {
            return WORDS.text("condition.firstSaturatedUnit", node);
        }

        @Override
        public Optional<Problem> refusal(ExecutionPlan plan) {
            return Sought.unlessOf(plan, node, List.of("sigmoid", TANH), "sought.saturate");
        }

        @Override
        public OptionalInt first(Trace trace, double earlier) {
            boolean tanh = trace.plan().graph().type(node).id().equals(TANH);
            return Sought.value(
                    trace, node, value -> Sought.anyUnit(value, y -> (tanh ? 1 - y * y : y * (1 - y)) < Activity.FLAT));
        }
    }

    /** The loss is higher than it was a training step before. */
    record LossRises() implements Condition {
        @Override
        public String words() {
            return WORDS.text("condition.firstRiseLoss");
        }

        @Override
        public OptionalInt first(Trace trace, double earlier) {
            return trace.plan()
                    .root()
                    .map(root -> Sought.value(trace, root, value -> Sought.sum(value) > earlier))
                    .orElse(OptionalInt.empty());
        }
    }

    /** A breakpoint at a node: in every pass, the moment at which it has its value; at a block, all that is inside. */
    record AtNode(NodeId node) implements Condition {
        @Override
        public Optional<NodeId> place() {
            return Optional.of(node);
        }

        @Override
        public String words() {
            return WORDS.text("condition.breakpointAt", node);
        }

        @Override
        public OptionalInt first(Trace trace, double earlier) {
            return Sought.last(
                    trace,
                    step -> step instanceof Step.Forward forward
                            && (forward.node().equals(node) || forward.node().within(node)));
        }
    }

    /** A breakpoint at an edge: in every pass, the moment at which the gradient has been pulled along it. */
    record AtEdge(Slot slot) implements Condition {
        @Override
        public Optional<NodeId> place() {
            return Optional.of(slot.node());
        }

        @Override
        public String words() {
            return WORDS.text("condition.breakpointOnEdgeInto", slot);
        }

        @Override
        public OptionalInt first(Trace trace, double earlier) {
            List<Slot> slots = trace.plan().outline().resolved(slot);
            return Sought.last(trace, step -> step instanceof Step.Pull pull && slots.contains(pull.slot()));
        }
    }

    /** So many steps of the training are done. */
    record AtStep(int number) implements Condition {
        @Override
        public String words() {
            return WORDS.text("condition.step", number);
        }

        @Override
        public boolean holdsBefore(int step) {
            return step == number;
        }

        @Override
        public OptionalInt first(Trace trace, double earlier) {
            return OptionalInt.empty();
        }
    }
}
