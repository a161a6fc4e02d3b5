package chainrule.trace;

import chainrule.exec.Compilation;
import chainrule.exec.EdgeRule;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.ForwardMode;
import chainrule.exec.RunProblem;
import chainrule.exec.Workspace;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A pass whose derivatives are worked out one by one, as they are asked for: the factors along an edge, the product along
 * a path. Owned by one thread; close it to free the memory.
 */
public final class Derivatives implements AutoCloseable {
    private final Workspace workspace;
    private final ExecutionPlan plan;
    private final Map<Paths.Hop, EdgeRule> rules = new HashMap<>();
    private final Map<Source, ForwardMode> tangents = new HashMap<>();

    private Derivatives(Workspace workspace) {
        this.workspace = workspace;
        this.plan = workspace.plan();
        try {
            workspace.run();
        } catch (RunProblem problem) {
            workspace.close();
            throw problem;
        }
    }

    /**
     * Runs the pass of a plan.
     *
     * @throws RunProblem where the numbers show a learner's mistake
     */
    public static Derivatives of(ExecutionPlan plan) {
        return new Derivatives(new Workspace(plan));
    }

    /** Runs a pass again that was recorded to its end, with the numbers that its sources had and what its nodes remembered. */
    public static Derivatives of(Trace trace) {
        return new Derivatives(trace.again(trace.plan()));
    }

    /**
     * The same with another root: derivatives of it, and not of what the pass was seeded at.
     *
     * @param root a node of the plan whose first output is a number that can be differentiated
     */
    public static Derivatives of(Trace trace, NodeId root) {
        ExecutionPlan plan = trace.plan();
        Compilation other = ExecutionPlan.compile(plan.graph().rooted(root), plan.precision(), Long.MAX_VALUE);
        if (other instanceof Compilation.Compiled compiled) {
            return new Derivatives(trace.again(compiled.plan()));
        }
        throw new IllegalArgumentException(other + " for the root " + root);
    }

    public ExecutionPlan plan() {
        return plan;
    }

    /**
     * The chain rule along the edge into a slot.
     *
     * @param slot one of {@link ExecutionPlan#pulled()}
     */
    public ChainLine line(Slot slot) {
        List<ChainLine.Term> terms = new ArrayList<>();
        for (Source output : Paths.outputs(plan, slot.node())) {
            EdgeRule rule = rule(new Paths.Hop(slot, output));
            Tensor upstream = workspace.gradient(output).orElseThrow();
            Tensor local = rule.isSmall() ? rule.jacobian() : null;
            terms.add(new ChainLine.Term(output, upstream, local, rule.pull(upstream)));
        }
        Tensor gradient = workspace.contribution(slot).orElseThrow();
        return new ChainLine(slot, plan.feeding(slot), terms, gradient);
    }

    /** What each path that is listed contributes to the gradient of the output that they come from. */
    public List<PathProduct> products(Paths paths) {
        return paths.listed().stream().map(this::product).toList();
    }

    /** The gradient of an output that has one. */
    public Tensor gradient(Source source) {
        return workspace.gradient(source).orElseThrow();
    }

    /**
     * Pulls a gradient back from an output on as if that were the root; what is known of it at each output that it came
     * to, the first included.
     *
     * @param seed the gradient there
     * @param way the outputs to which it is pulled; others are left out
     */
    public Map<Source, Tensor> sweep(Source from, Tensor seed, Set<Source> way) {
        Map<Source, Tensor> gradients = new HashMap<>(Map.of(from, seed));
        for (Slot slot : plan.pulled()) {
            Source fed = plan.feeding(slot);
            if (way.contains(fed)) {
                for (Source output : Paths.outputs(plan, slot.node())) {
                    Tensor upstream = gradients.get(output);
                    if (upstream != null) {
                        gradients.merge(fed, rule(new Paths.Hop(slot, output)).pull(upstream), Tensor::plus);
                    }
                }
            }
        }
        return gradients;
    }

    /**
     * One derivative in both directions: how the sum of the root's elements moves with one element of an output.
     *
     * @param element row-major position in the output
     */
    public BothWays bothWays(Source source, int element) {
        Tensor direction = Tensor.filled(plan.shape(source), 0).with(element, 1);
        ForwardMode forward = tangents.computeIfAbsent(source, s -> new ForwardMode(workspace, s, direction));
        forward.turn(direction);
        Map<Source, Tensor> moved = forward.run();
        Source root = plan.root().map(plan::first).orElseThrow();
        Tensor end = moved.getOrDefault(root, Tensor.filled(plan.shape(root), 0));
        return new BothWays(
                source,
                element,
                moved,
                Arrays.stream(end.toArray()).sum(),
                gradient(source).at(element));
    }

    /** How many multiplications forward and reverse mode take, for one source and for all that have a gradient. */
    public Multiplications multiplications(Source source) {
        return new Sweeps(plan, this::slopes).count(source);
    }

    /** How many slopes of an edge are not 0; negative where they are too many to look at. */
    private long slopes(Slot slot) {
        long count = 0;
        for (Source output : Paths.outputs(plan, slot.node())) {
            EdgeRule rule = rule(new Paths.Hop(slot, output));
            if (!rule.isSmall()) {
                return -1;
            }
            count +=
                    Arrays.stream(rule.jacobian().toArray()).filter(x -> x != 0).count();
        }
        return count;
    }

    @Override
    public void close() {
        workspace.close();
    }

    private PathProduct product(List<Paths.Hop> path) {
        List<PathProduct.Factor> factors = new ArrayList<>();
        Source root = plan.root().map(plan::first).orElseThrow();
        Tensor contribution = Tensor.filled(plan.shape(root), 1);
        for (int i = path.size() - 1; i >= 0; i--) {
            Paths.Hop hop = path.get(i);
            EdgeRule rule = rule(hop);
            boolean number = plan.shape(hop.output()).size() == 1
                    && plan.shape(plan.feeding(hop.slot())).size() == 1;
            factors.add(0, new PathProduct.Factor(hop, number ? rule.jacobian().item() : null));
            contribution = rule.pull(contribution);
        }
        return new PathProduct(factors, contribution);
    }

    private EdgeRule rule(Paths.Hop hop) {
        return rules.computeIfAbsent(hop, h -> new EdgeRule(workspace, h.slot(), h.output()));
    }
}
