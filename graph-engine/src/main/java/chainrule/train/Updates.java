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

/** The update steps of a training: one optimiser, and what it remembers of each parameter of a pass. */
public final class Updates {
    private record Parameter(Buffer value, Buffer gradient, double[][] moments) {}

    private final Optimizer optimizer;
    private final Map<NodeId, Parameter> parameters = new LinkedHashMap<>();
    private int done;

    /**
     * @param updated parameters that have a gradient
     */
    public Updates(Optimizer optimizer, Pass workspace, List<NodeId> updated) {
        this.optimizer = optimizer;
        for (NodeId id : updated) {
            Buffer value = workspace.buffer(Source.of(id));
            double[][] moments = new double[optimizer.moments()][Math.toIntExact(value.size())];
            parameters.put(id, new Parameter(value, workspace.gradientBuffer(Source.of(id)), moments));
        }
    }

    /** How many steps have been taken. */
    public int done() {
        return done;
    }

    /** Changes every parameter by its gradient. */
    public void step() {
        done++;
        Optimizer.ElementRule rule = optimizer.at(done, optimizer.rate());
        parameters.values().forEach(p -> update(p, rule));
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
        String rule = optimizer.formula(id.name());
        String numbers = after.shape().isScalar()
                ? optimizer.numbers(move(p, before, after.item()), digits)
                : Digits.summary(after);
        return new Explanation(new Step.Update(id), rule, rule, numbers, "");
    }

    private Optimizer.Move move(Parameter p, double before, double after) {
        List<Double> moments = Arrays.stream(p.moments).map(m -> m[0]).toList();
        return new Optimizer.Move(before, p.gradient.get(0), moments, optimizer.rate(), done, after);
    }

    private static void update(Parameter p, Optimizer.ElementRule rule) {
        int size = (int) p.value.size();
        for (int i = 0; i < size; i++) {
            p.value.set(i, rule.updated(p.value.get(i), p.gradient.get(i), p.moments, i));
        }
    }
}
