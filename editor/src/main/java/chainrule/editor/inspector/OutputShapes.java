package chainrule.editor.inspector;

import chainrule.editor.part.Piece;
import chainrule.editor.session.Evaluation;
import chainrule.editor.session.Workbench;
import chainrule.graph.Node;
import chainrule.graph.Source;
import chainrule.op.OutPort;
import java.util.List;
import java.util.stream.Collectors;

/** The shapes of a node's outputs in a few words. */
final class OutputShapes {
    private OutputShapes() {}

    /** Shapes by output, {@code 2×3} or {@code h 4, c 4}; empty where none is known. */
    static String text(Workbench workbench, Node node) {
        Evaluation evaluation = workbench.evaluator().current();
        List<OutPort> outputs = node.type().outputs();
        return outputs.stream()
                .flatMap(port ->
                        workbench.showing().shown().shape(new Source(node.id(), port.name()), evaluation).stream()
                                .map(shape -> outputs.size() == 1
                                        ? Piece.shape(shape)
                                        : port.name() + " " + Piece.shape(shape)))
                .collect(Collectors.joining(", "));
    }
}
