package chainrule.editor.palette;

import chainrule.graph.Source;
import chainrule.graph.Validation;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.op.ShapeProblem;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which node types can take what comes out of an output, as far as that can be said before the node is there. */
public final class WireFit {
    private final @Nullable Shape shape;

    /**
     * @param validation of the graph that has the output
     */
    public WireFit(Validation validation, Source from) {
        this.shape = validation.shapes().get(from);
    }

    /** Whether a node of this type has an input for it. */
    public boolean accepts(NodeType type) {
        return port(type).isPresent();
    }

    /** The first input that a wire from there would lead into; empty where there is none. */
    public Optional<InPort> port(NodeType type) {
        return type.inputs().stream().filter(port -> takes(type, port)).findFirst();
    }

    private boolean takes(NodeType type, InPort port) {
        List<InPort> required =
                type.inputs().stream().filter(p -> !p.optional()).toList();
        if (shape == null || !required.equals(List.of(port))) {
            return true;
        }
        try {
            type.shapes(new Shapes(Map.of(port.slot(0), shape), Settings.none()));
            return true;
        } catch (ShapeProblem problem) {
            return !type.params().isEmpty();
        }
    }
}
