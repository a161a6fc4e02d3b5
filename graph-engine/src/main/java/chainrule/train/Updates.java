package chainrule.train;

import chainrule.exec.FastPass;
import chainrule.exec.Pass;
import chainrule.exec.Workspace;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.kernel.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The update steps of a training: one rule, and what its optimiser remembers of each parameter of a pass. */
public final class Updates {
    /** A parameter, and where its elements begin among those that move with it. */
    private record Parameter(Buffer value, Buffer gradient, Elements elements, int first) {
        /** What is remembered of it, by moment and then by element. */
        double[][] moments() {
            int end = first + (int) value.size();
            return Arrays.stream(elements.moments())
                    .map(moment -> Arrays.copyOfRange(moment, first, end))
                    .toArray(double[][]::new);
        }

        ParameterUpdate.State state() {
            return new ParameterUpdate.State(value.snapshot(), gradient.snapshot(), moments());
        }
    }

    private final UpdateRule rule;
    private final List<NodeId> updated;
    private final Map<NodeId, Parameter> parameters = new LinkedHashMap<>();
    private final List<Elements> moving = new ArrayList<>();
    private int done;

    /**
     * @param updated parameters that have a gradient; in a fast pass that learns just these they move as one
     */
    public Updates(UpdateRule rule, Pass pass, List<NodeId> updated) {
        this.rule = rule;
        this.updated = List.copyOf(updated);
        bind(pass, null);
    }

    public UpdateRule rule() {
        return rule;
    }

    /** Goes on with the parameters of another pass of the same kind. */
    void moveTo(Pass pass) {
        bind(pass, moving.stream().map(Elements::moments).toList());
    }

    /** A copy of what the optimiser remembers, for the elements that move in one go together. */
    List<double[][]> moments() {
        return moving.stream().map(elements -> copied(elements.moments())).toList();
    }

    /** Goes on in a pass after so many steps, from what the optimiser remembered then. */
    void restore(Pass pass, int steps, List<double[][]> moments) {
        done = steps;
        bind(pass, moments.stream().map(Updates::copied).toList());
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
        for (Elements elements : moving) {
            rule.optimizer().move(elements, done, rate);
        }
    }

    /** Changes every parameter by its gradient, and says how. */
    public List<ParameterUpdate> explainedStep() {
        ParameterUpdate.Moment moment = new ParameterUpdate.Moment(rule, done + 1, norm());
        Map<NodeId, ParameterUpdate.State> before = new LinkedHashMap<>();
        parameters.forEach((id, p) -> before.put(id, p.state()));
        step();
        List<ParameterUpdate> result = new ArrayList<>();
        parameters.forEach((id, p) ->
                result.add(new ParameterUpdate(id, Objects.requireNonNull(before.get(id)), p.state(), moment)));
        return List.copyOf(result);
    }

    /** The same updates in an observed pass, in which every parameter moves alone; without an effect here. */
    Updates observed(Workspace pass) {
        Updates copy = new Updates(rule, pass, updated);
        copy.restore(
                pass, done, parameters.values().stream().map(Parameter::moments).toList());
        return copy;
    }

    /**
     * @param moments what is remembered already, group by group; null where nothing is
     */
    private void bind(Pass pass, @Nullable List<double[][]> moments) {
        parameters.clear();
        moving.clear();
        Buffer values = null;
        Buffer gradients = null;
        if (pass instanceof FastPass fast && fast.learned().equals(updated)) {
            values = fast.parameters().whole();
            gradients = fast.parameterGradients().whole();
        }
        Elements together = values == null || gradients == null ? null : group(values, gradients, moments);
        int first = 0;
        for (NodeId id : updated) {
            Buffer value = pass.buffer(Source.of(id));
            Buffer gradient = pass.gradientBuffer(Source.of(id));
            Elements elements = together != null ? together : group(value, gradient, moments);
            parameters.put(id, new Parameter(value, gradient, elements, together != null ? first : 0));
            first += (int) value.size();
        }
    }

    private Elements group(Buffer values, Buffer gradients, @Nullable List<double[][]> moments) {
        Elements elements = moments == null
                ? new Elements(values, gradients, rule.optimizer().moments())
                : new Elements(values, gradients, moments.get(moving.size()));
        moving.add(elements);
        return elements;
    }

    private static double[][] copied(double[][] moments) {
        return Arrays.stream(moments).map(double[]::clone).toArray(double[][]::new);
    }

    private void clip() {
        if (rule.clip() instanceof Clip.ByNorm byNorm) {
            double factor = byNorm.factor(norm());
            if (factor != 1) {
                moving.forEach(elements -> elements.scaleGradients(factor));
            }
        } else if (rule.clip() instanceof Clip.ByValue byValue) {
            moving.forEach(elements -> elements.holdGradients(byValue));
        }
    }

    /** The length of all gradients together. */
    private double norm() {
        double squares = 0;
        for (Elements elements : moving) {
            squares += elements.squares();
        }
        return Math.sqrt(squares);
    }
}
