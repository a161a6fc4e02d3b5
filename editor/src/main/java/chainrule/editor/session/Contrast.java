package chainrule.editor.session;

import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.OutPort;
import chainrule.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What of one graph is different in another, by name, as far as both have come: nodes and edges whose value or gradient
 * is another number or whose type is another one, and those that the other has not.
 *
 * @param different nodes and slots that both have
 * @param alone nodes and slots that only this one has
 */
public record Contrast(Set<Object> different, Set<Object> alone) {
    /** Numbers this close, relative to the larger one, are the same. */
    private static final double CLOSE = 1e-9;

    private static final Contrast NONE = new Contrast(Set.of(), Set.of());

    public Contrast {
        different = Collections.unmodifiableSet(new LinkedHashSet<>(different));
        alone = Collections.unmodifiableSet(new LinkedHashSet<>(alone));
    }

    /** Nothing is compared. */
    public static Contrast none() {
        return NONE;
    }

    /** One side of a comparison. */
    public record Side(Graph graph, Sight sight) {}

    /** What is different of a graph, seen from its side. */
    public static Contrast of(Side here, Side there) {
        Set<Object> different = new LinkedHashSet<>();
        Set<Object> alone = new LinkedHashSet<>();
        for (Node node : here.graph().nodes()) {
            Optional<Node> other = there.graph().find(node.id());
            if (other.isEmpty()) {
                alone.add(node.id());
            } else if (differs(node, other.get(), here, there)) {
                different.add(node.id());
            }
        }
        for (Edge edge : here.graph().edges()) {
            Optional<Edge> other = there.graph().into(edge.to());
            if (other.isEmpty()) {
                alone.add(edge.to());
            } else if (!other.get().equals(edge) || differs(edge.to(), here, there)) {
                different.add(edge.to());
            }
        }
        return new Contrast(different, alone);
    }

    /** How many nodes are different. */
    public long differentNodes() {
        return different.stream().filter(thing -> thing instanceof NodeId).count();
    }

    /** How many nodes only this graph has. */
    public long nodesAlone() {
        return alone.stream().filter(thing -> thing instanceof NodeId).count();
    }

    private static boolean differs(Node node, Node other, Side here, Side there) {
        if (!node.type().id().equals(other.type().id())) {
            return true;
        }
        for (OutPort port : node.type().outputs()) {
            Source source = new Source(node.id(), port.name());
            if (differ(here.sight().value(source), there.sight().value(source))
                    || differ(here.sight().gradient(source), there.sight().gradient(source))) {
                return true;
            }
        }
        return false;
    }

    private static boolean differs(Slot slot, Side here, Side there) {
        return differ(here.sight().contribution(slot), there.sight().contribution(slot));
    }

    /** What one of them has not come to yet is no difference. */
    private static boolean differ(Optional<Tensor> one, Optional<Tensor> other) {
        return one.isPresent() && other.isPresent() && differ(one.get(), other.get());
    }

    /** Whether two tensors differ in shape or in a number. */
    public static boolean differ(Tensor one, Tensor other) {
        if (!one.shape().equals(other.shape())) {
            return true;
        }
        for (int i = 0; i < one.size(); i++) {
            double a = one.at(i);
            double b = other.at(i);
            boolean same = Double.compare(a, b) == 0 || Math.abs(a - b) <= CLOSE * Math.max(Math.abs(a), Math.abs(b));
            if (!same) {
                return true;
            }
        }
        return false;
    }
}
