package chainrule.graph;

import chainrule.op.OutPort;
import chainrule.op.ShapeProblem;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An edit that left a graph as it was, but for the numbers that some of its sources give out: all that was known of its
 * order, its shapes and its gradients still holds.
 *
 * @param sources the nodes whose numbers may have changed, as they are now
 */
public record Revision(List<Node> sources) {
    public Revision {
        sources = List.copyOf(sources);
    }

    /**
     * What an edit changed; empty where it changed more than the numbers of sources.
     *
     * @param shapes of the outputs of the graph before
     */
    public static Optional<Revision> between(Graph before, Graph after, Map<Source, Shape> shapes) {
        if (!alike(before, after)) {
            return Optional.empty();
        }
        List<Node> changed = new ArrayList<>();
        Iterator<Node> old = before.nodes().iterator();
        for (Node node : after.nodes()) {
            Node was = old.next();
            if (node != was && !sameButForLabel(node, was)) {
                if (node.type() != was.type() || !node.id().equals(was.id()) || !sound(node, shapes)) {
                    return Optional.empty();
                }
                changed.add(node);
            }
        }
        return Optional.of(new Revision(changed));
    }

    private static boolean alike(Graph before, Graph after) {
        return before.nodes().size() == after.nodes().size()
                && before.chosenRoot().equals(after.chosenRoot())
                && before.sameEdges(after);
    }

    private static boolean sameButForLabel(Node node, Node was) {
        return node.id().equals(was.id())
                && node.type() == was.type()
                && node.settings().equals(was.settings());
    }

    /** Whether a node is a source that has no mistake and gives out numbers of the same shapes. */
    private static boolean sound(Node node, Map<Source, Shape> shapes) {
        if (node.type().values().isEmpty() || !Validation.own(node, List.of()).isEmpty()) {
            return false;
        }
        try {
            Map<OutPort, Shape> inferred = node.type().shapes(new Shapes(Map.of(), node.settings()));
            return inferred.entrySet().stream()
                    .allMatch(e -> Objects.equals(
                            e.getValue(),
                            shapes.get(new Source(node.id(), e.getKey().name()))));
        } catch (ShapeProblem | ArithmeticException problem) {
            return false;
        }
    }
}
