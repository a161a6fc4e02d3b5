package chainrule.trace;

import chainrule.exec.ExecutionPlan;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.OutPort;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every way along which a gradient flows from the root back to one output. There can be exponentially many: all are
 * counted, and as many as wanted are listed.
 */
public final class Paths {
    private final ExecutionPlan plan;
    private final Source from;
    private final Map<Source, BigInteger> ways;
    private final List<List<Hop>> listed;

    /**
     * One edge of a path, and the output of its node by which the path goes on.
     *
     * @param slot where the edge ends
     */
    public record Hop(Slot slot, Source output) {}

    private Paths(ExecutionPlan plan, Source from, int most) {
        this.plan = plan;
        this.from = from;
        this.ways = ways(plan);
        int shown = count().min(BigInteger.valueOf(most)).intValueExact();
        List<List<Hop>> paths = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            paths.add(path(BigInteger.valueOf(i)));
        }
        this.listed = List.copyOf(paths);
    }

    /**
     * The paths from an output to the root.
     *
     * @param most so many of them are listed
     */
    public static Paths from(ExecutionPlan plan, Source from, int most) {
        return new Paths(plan, from, most);
    }

    /** Where they begin. */
    public Source from() {
        return from;
    }

    /** How many there are; one, of no edge, from the root to itself. */
    public BigInteger count() {
        return ways.getOrDefault(from, BigInteger.ZERO);
    }

    /** The first of them, edge by edge towards the root, in the order in which their gradients arrive. */
    public List<List<Hop>> listed() {
        return listed;
    }

    /** Whether all are listed. */
    public boolean complete() {
        return count().equals(BigInteger.valueOf(listed.size()));
    }

    /** The path of a number from 0, found by how many paths each edge begins. */
    private List<Hop> path(BigInteger number) {
        List<Hop> path = new ArrayList<>();
        BigInteger left = number;
        Source at = from;
        while (!isRoot(at)) {
            for (Hop hop : hops(plan, at)) {
                BigInteger through = ways.getOrDefault(hop.output, BigInteger.ZERO);
                if (left.compareTo(through) < 0) {
                    path.add(hop);
                    at = hop.output;
                    break;
                }
                left = left.subtract(through);
            }
        }
        return List.copyOf(path);
    }

    private boolean isRoot(Source source) {
        return plan.root().map(plan::first).filter(source::equals).isPresent();
    }

    private static Map<Source, BigInteger> ways(ExecutionPlan plan) {
        Map<Source, BigInteger> ways = new HashMap<>();
        plan.root().map(plan::first).ifPresent(root -> ways.put(root, BigInteger.ONE));
        List<NodeId> order = plan.order();
        for (int i = order.size() - 1; i >= 0; i--) {
            for (Source source : outputs(plan, order.get(i))) {
                for (Hop hop : hops(plan, source)) {
                    ways.merge(source, ways.getOrDefault(hop.output, BigInteger.ZERO), BigInteger::add);
                }
            }
        }
        return ways;
    }

    private static List<Hop> hops(ExecutionPlan plan, Source source) {
        List<Hop> hops = new ArrayList<>();
        for (Slot slot : plan.contributions().getOrDefault(source, List.of())) {
            outputs(plan, slot.node()).forEach(output -> hops.add(new Hop(slot, output)));
        }
        return hops;
    }

    /** The outputs of a node that have a gradient. */
    static List<Source> outputs(ExecutionPlan plan, NodeId node) {
        List<Source> outputs = new ArrayList<>();
        for (OutPort port : plan.graph().type(node).outputs()) {
            Source source = new Source(node, port.name());
            if (plan.hasGradient(source)) {
                outputs.add(source);
            }
        }
        return outputs;
    }
}
