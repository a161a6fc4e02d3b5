package chainrule.train;

import chainrule.exec.Pass;
import chainrule.exec.Step;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.kernel.Buffer;
import chainrule.tensor.Digits;
import chainrule.tensor.Tensor;
import chainrule.trace.Explanation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** The update steps of a training: one rule, and what its optimiser remembers of each parameter of a pass. */
public final class Updates {
    private record Parameter(Buffer value, Buffer gradient, double[][] moments) {}

    private final UpdateRule rule;
    private final Map<NodeId, Parameter> parameters = new LinkedHashMap<>();
    private int done;

    /**
     * @param updated parameters that have a gradient
     */
    public Updates(UpdateRule rule, Pass workspace, List<NodeId> updated) {
        this.rule = rule;
        int moments = rule.optimizer().moments();
        for (NodeId id : updated) {
            Buffer value = workspace.buffer(Source.of(id));
            double[][] remembered = new double[moments][Math.toIntExact(value.size())];
            parameters.put(id, new Parameter(value, workspace.gradientBuffer(Source.of(id)), remembered));
        }
    }

    public UpdateRule rule() {
        return rule;
    }

    /** How many steps have been taken. */
    public int done() {
        return done;
    }

    /** Changes every parameter by its gradient, which is clipped in its place. */
    public void step() {
        clip();
        double rate = rule.rate(done);
        done++;
        Optimizer.ElementRule element = rule.optimizer().at(done, rate);
        parameters.values().forEach(p -> update(p, element));
    }

    /** Changes every parameter by its gradient, and says how. */
    public Map<NodeId, Explanation> explainedStep(int digits) {
        Map<NodeId, Double> before = new LinkedHashMap<>();
        parameters.forEach((id, p) -> before.put(id, p.value.get(0)));
        step();
        Map<NodeId, Explanation> result = new LinkedHashMap<>();
        before.forEach((id, value) -> result.put(id, explanation(id, value, digits)));
        return result;
    }

    private Explanation explanation(NodeId id, double before, int digits) {
        Parameter p = java.util.Objects.requireNonNull(parameters.get(id));
        Tensor after = p.value.snapshot();
        String formula = rule.optimizer().formula(id.name());
        String numbers = after.shape().isScalar()
                ? rule.optimizer().numbers(move(p, before, after.item()), digits)
                : Digits.summary(after);
        return new Explanation(new Step.Update(id), formula, formula, numbers, "");
    }

    private Optimizer.Move move(Parameter p, double before, double after) {
        List<Double> moments = Arrays.stream(p.moments).map(m -> m[0]).toList();
        return new Optimizer.Move(before, p.gradient.get(0), moments, rule.rate(done - 1), done, after);
    }

    private void clip() {
        if (rule.clip() instanceof Clip.ByNorm byNorm) {
            double factor = byNorm.factor(norm());
            if (factor != 1) {
                change(g -> g * factor);
            }
        } else if (rule.clip() instanceof Clip.ByValue byValue) {
            change(byValue::held);
        }
    }

    /** The length of all gradients together. */
    private double norm() {
        double squares = 0;
        for (Parameter p : parameters.values()) {
            for (long i = 0; i < p.gradient.size(); i++) {
                squares += p.gradient.get(i) * p.gradient.get(i);
            }
        }
        return Math.sqrt(squares);
    }

    private void change(DoubleUnaryOperator change) {
        for (Parameter p : parameters.values()) {
            for (long i = 0; i < p.gradient.size(); i++) {
                p.gradient.set(i, change.applyAsDouble(p.gradient.get(i)));
            }
        }
    }

    private static void update(Parameter p, Optimizer.ElementRule rule) {
        int size = (int) p.value.size();
        for (int i = 0; i < size; i++) {
            p.value.set(i, rule.updated(p.value.get(i), p.gradient.get(i), p.moments, i));
        }
    }
}
