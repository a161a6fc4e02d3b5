package chainrule.train;

import chainrule.exec.FastPass;
import chainrule.exec.Pass;
import chainrule.exec.Workspace;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.kernel.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
    private final Map<Pass, Bound> known = new IdentityHashMap<>();
    private final Map<Workspace, Updates> copies = new IdentityHashMap<>();
    private Bound bound;
    private int done;
    private boolean underWay;
    /** The first elements that a step under way has not moved yet. */
    private int next;

    private double factor;

    /** The parameters of a pass, and the elements that move in one go. */
    private record Bound(Map<NodeId, Parameter> parameters, List<Elements> moving) {}

    /**
     * @param updated parameters that have a gradient; in a fast pass that learns just these they move as one
     */
    public Updates(UpdateRule rule, Pass pass, List<NodeId> updated) {
        this.rule = rule;
        this.updated = List.copyOf(updated);
        this.bound = bound(pass);
    }

    public UpdateRule rule() {
        return rule;
    }

    /** Goes on with the parameters of another pass of the same kind. */
    void moveTo(Pass pass) {
        List<double[][]> moments = bound.moving.stream().map(Elements::moments).toList();
        bound = bound(pass);
        remember(moments);
    }

    /** A copy of what the optimiser remembers, for the elements that move in one go together. */
    List<double[][]> moments() {
        return bound.moving.stream().map(elements -> copied(elements.moments())).toList();
    }

    /** Goes on in a pass after so many steps, from what the optimiser remembered then. */
    void restore(Pass pass, int steps, List<double[][]> moments) {
        done = steps;
        underWay = false;
        next = 0;
        bound = bound(pass);
        remember(moments.stream().map(Updates::copied).toList());
    }

    /** How many steps have been taken. */
    public int done() {
        return done;
    }

    /** Whether a step was left while its elements moved; the next {@link #step} goes on with it. */
    boolean isUnderWay() {
        return underWay;
    }

    /**
     * Changes every parameter by its gradient, which is clipped in its place.
     *
     * @throws java.util.concurrent.CancellationException where it was to be left
     */
    public void step() {
        if (!underWay) {
            factor = rule.clip() instanceof Clip.ByNorm byNorm ? byNorm.factor(norm()) : 1;
            underWay = true;
        }
        double rate = rule.rate(done);
        for (; next < bound.moving.size(); next++) {
            bound.moving.get(next).step(factor, done + 1, rate);
        }
        next = 0;
        underWay = false;
        done++;
    }

    /** Changes every parameter by its gradient, and says how. */
    public List<ParameterUpdate> explainedStep() {
        ParameterUpdate.Moment moment = new ParameterUpdate.Moment(rule, done + 1, norm());
        Map<NodeId, ParameterUpdate.State> before = new LinkedHashMap<>();
        bound.parameters.forEach((id, p) -> before.put(id, p.state()));
        step();
        List<ParameterUpdate> result = new ArrayList<>();
        bound.parameters.forEach((id, p) ->
                result.add(new ParameterUpdate(id, Objects.requireNonNull(before.get(id)), p.state(), moment)));
        return List.copyOf(result);
    }

    /** The same updates in an observed pass, in which every parameter moves alone; without an effect here. */
    Updates observed(Workspace pass) {
        Updates copy = copies.computeIfAbsent(pass, p -> new Updates(rule, p, updated));
        copy.restore(
                pass,
                done,
                bound.parameters.values().stream().map(Parameter::moments).toList());
        return copy;
    }

    private Bound bound(Pass pass) {
        return known.computeIfAbsent(pass, this::made);
    }

    private Bound made(Pass pass) {
        Map<NodeId, Parameter> parameters = new LinkedHashMap<>();
        List<Elements> moving = new ArrayList<>();
        Buffer values = null;
        Buffer gradients = null;
        if (pass instanceof FastPass fast && fast.learned().equals(updated)) {
            values = fast.parameters().whole();
            gradients = fast.parameterGradients().whole();
        }
        Elements together = values == null || gradients == null ? null : Elements.of(values, gradients, rule);
        if (together != null) {
            moving.add(together);
        }
        int first = 0;
        for (NodeId id : updated) {
            Buffer value = pass.buffer(Source.of(id));
            Buffer gradient = pass.gradientBuffer(Source.of(id));
            Elements elements = together != null ? together : Elements.of(value, gradient, rule);
            if (together == null) {
                moving.add(elements);
            }
            parameters.put(id, new Parameter(value, gradient, elements, together != null ? first : 0));
            first += (int) value.size();
        }
        return new Bound(parameters, moving);
    }

    /** What is remembered from now on, for the elements that move in one go together. */
    private void remember(List<double[][]> moments) {
        for (int i = 0; i < moments.size(); i++) {
            bound.moving.get(i).remember(moments.get(i));
        }
    }

    private static double[][] copied(double[][] moments) {
        return Arrays.stream(moments).map(double[]::clone).toArray(double[][]::new);
    }

    /** The length of all gradients together. */
    private double norm() {
        double squares = 0;
        for (Elements elements : bound.moving) {
            squares += elements.squares();
        }
        return Math.sqrt(squares);
    }
}
