package chainrule.editor.compare;

import chainrule.editor.session.Contrast;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.op.Formula;
import chainrule.op.OutPort;
import chainrule.tensor.Digits;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A quantity that is not the same in two graphs.
 *
 * @param name of a value {@code h}, of a gradient {@code h̄}
 * @param first in the first graph, in a few letters; a dash where there is none
 * @param apart the second less the first; of tensors how long that is
 */
record Difference(NodeId node, String name, String first, String second, String apart) {
    static final String NONE = "–";
    private static final int DIGITS = 4;

    /** All that differs, in the order of the first graph; then what only the second has. */
    static List<Difference> of(Contrast.Side first, Contrast.Side second) {
        List<Difference> all = new ArrayList<>();
        for (Node node : first.graph().nodes()) {
            add(all, node, first, second);
        }
        for (Node node : second.graph().nodes()) {
            if (first.graph().find(node.id()).isEmpty()) {
                add(all, node, first, second);
            }
        }
        return all;
    }

    private static void add(List<Difference> all, Node node, Contrast.Side first, Contrast.Side second) {
        for (OutPort port : node.type().outputs()) {
            Source source = new Source(node.id(), port.name());
            String name = source.toString();
            add(
                    all,
                    node.id(),
                    name,
                    first.sight().value(source),
                    second.sight().value(source));
            add(
                    all,
                    node.id(),
                    Formula.bar(name),
                    first.sight().gradient(source),
                    second.sight().gradient(source));
        }
    }

    private static void add(
            List<Difference> all, NodeId node, String name, Optional<Tensor> first, Optional<Tensor> second) {
        boolean both = first.isPresent() && second.isPresent();
        boolean differ = both
                ? Contrast.differ(first.orElseThrow(), second.orElseThrow())
                : first.isPresent() || second.isPresent();
        if (differ) {
            String apart =
                    first.flatMap(one -> second.map(other -> apart(one, other))).orElse(NONE);
            all.add(new Difference(
                    node,
                    name,
                    first.map(Difference::words).orElse(NONE),
                    second.map(Difference::words).orElse(NONE),
                    apart));
        }
    }

    private static String words(Tensor tensor) {
        return tensor.size() == 1 ? Digits.significant(tensor.at(0), DIGITS) : Digits.summary(tensor);
    }

    private static String apart(Tensor first, Tensor second) {
        if (!first.shape().equals(second.shape())) {
            return NONE;
        }
        Tensor apart = second.plus(first.map(v -> -v));
        return Digits.significant(apart.size() == 1 ? apart.at(0) : apart.norm(), DIGITS);
    }
}
