package chainrule.train;

import chainrule.exec.ExecutionPlan;
import chainrule.exec.Pass;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.op.Literal;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The share of examples on whose class the prediction and the target of a loss agree. */
final class Accuracy {
    /** The losses about classes, with the ports that they compare. */
    private enum ClassLoss {
        CROSS_ENTROPY("logits", "class"),
        NLL("logprobs", "class"),
        MULTI_HINGE("scores", "class"),
        CROSS_ENTROPY_SOFT("logits", "probs"),
        BCE_LOGITS("logit", "target"),
        BCE("prob", "target"),
        HINGE("score", "sign");

        private final String prediction;
        private final String target;

        ClassLoss(String prediction, String target) {
            this.prediction = prediction;
            this.target = target;
        }

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private Accuracy() {}

    /** Of the last class loss of a plan, after a forward pass; null where there is none. */
    static @Nullable Double of(Pass pass) {
        ExecutionPlan plan = pass.plan();
        Double result = null;
        for (NodeId id : plan.order()) {
            Optional<ClassLoss> loss = Arrays.stream(ClassLoss.values())
                    .filter(l -> l.id().equals(plan.graph().type(id).id()))
                    .findFirst();
            if (loss.isPresent()) {
                Tensor prediction = pass.value(plan.feeding(new Slot(id, loss.get().prediction)));
                Tensor target = pass.value(plan.feeding(new Slot(id, loss.get().target)));
                result = share(loss.get(), prediction, target, ignored(plan, id));
            }
        }
        return result;
    }

    private static @Nullable Double share(ClassLoss loss, Tensor prediction, Tensor target, @Nullable Double ignored) {
        return switch (loss) {
            case CROSS_ENTROPY, NLL, MULTI_HINGE -> classes(prediction, target, ignored);
            case CROSS_ENTROPY_SOFT -> classes(prediction, argmax(target), null);
            case BCE_LOGITS -> twoSided(prediction, target, 0, 0.5);
            case BCE -> twoSided(prediction, target, 0.5, 0.5);
            case HINGE -> twoSided(prediction, target, 0, 0);
        };
    }

    private static @Nullable Double ignored(ExecutionPlan plan, NodeId id) {
        Literal literal = plan.graph().node(id).settings().literals().get("ignore_index");
        return literal instanceof Literal.Number number ? number.value() : null;
    }

    private static @Nullable Double classes(Tensor scores, Tensor classes, @Nullable Double ignored) {
        Tensor best = argmax(scores);
        int counted = 0;
        int right = 0;
        for (int i = 0; i < classes.size(); i++) {
            if (ignored == null || classes.at(i) != ignored) {
                counted++;
                right += best.at(i) == classes.at(i) ? 1 : 0;
            }
        }
        return counted == 0 ? null : (double) right / counted;
    }

    private static Double twoSided(Tensor prediction, Tensor target, double threshold, double targetThreshold) {
        int size = Math.max(prediction.size(), target.size());
        int right = 0;
        for (int i = 0; i < size; i++) {
            boolean said = prediction.at(i % prediction.size()) > threshold;
            right += said == target.at(i % target.size()) > targetThreshold ? 1 : 0;
        }
        return (double) right / size;
    }

    /** The position of the largest element along the last axis, the first on a tie. */
    private static Tensor argmax(Tensor scores) {
        int classes = scores.shape().dim(-1);
        double[] best = new double[scores.size() / classes];
        for (int row = 0; row < best.length; row++) {
            int at = 0;
            for (int j = 1; j < classes; j++) {
                at = scores.at(row * classes + j) > scores.at(row * classes + at) ? j : at;
            }
            best[row] = at;
        }
        return Tensor.of(Shape.of(best.length), best);
    }
}
