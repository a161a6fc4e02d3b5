package chainrule.editor.document.command;

import chainrule.editor.document.Border;
import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Point;
import chainrule.language.Phrases;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes what is open at nodes inside of a block a port of the block: each input that should be fed and is not becomes an
 * input of the block, each output that feeds nothing an output.
 */
public record ShowPorts(Set<NodeId> nodes) implements Command {
    private static final Phrases WORDS = Phrases.of(ShowPorts.class);
    private static final double ASIDE = 290;

    public ShowPorts {
        nodes = Set.copyOf(nodes);
    }

    /** Why nothing can be made a port, as a sentence; empty where something can. */
    public static Optional<String> refusal(Document document, Set<NodeId> nodes) {
        if (document.inside() == null) {
            return Optional.of(WORDS.text("ports.outside"));
        }
        if (nodes.isEmpty()) {
            return Optional.of(WORDS.text("ports.none"));
        }
        return new ShowPorts(nodes).applied(document) == document
                ? Optional.of(WORDS.text("ports.all"))
                : Optional.empty();
    }

    @Override
    public String label() {
        return WORDS.text(
                "ports.show",
                nodes.size() == 1 ? nodes.iterator().next().name() : WORDS.text("command.nodes", nodes.size()));
    }

    @Override
    public Document applied(Document document) {
        Document result = document;
        for (Node node : List.copyOf(document.graph().nodes())) {
            if (nodes.contains(node.id()) && !Border.is(node.type())) {
                result = inputs(result, node);
                result = outputs(result, node);
            }
        }
        return result;
    }

    private static Document inputs(Document document, Node node) {
        Document result = document;
        for (InPort port : node.type().inputs()) {
            Slot slot = new Slot(node.id(), port.slot(0));
            if (!port.optional() && result.graph().count(node.id(), port) == 0 && free(result, slot)) {
                NodeId border = result.freeId(port.name());
                result = with(result, border, Border.INPUT, result.at(node.id()).plus(-ASIDE, 0));
                result = result.with(result.graph().connected(Source.of(border), slot));
            }
        }
        return result;
    }

    private static boolean free(Document document, Slot slot) {
        return document.graph().into(slot).isEmpty();
    }

    private static Document outputs(Document document, Node node) {
        Document result = document;
        for (OutPort port : node.type().outputs()) {
            Source source = new Source(node.id(), port.name());
            boolean used = result.graph().outOf(node.id()).stream()
                    .anyMatch(edge -> edge.from().equals(source));
            if (!used) {
                boolean only = node.type().outputs().size() == 1;
                NodeId border = result.freeId(only ? node.id().last() + "-out" : port.name());
                result =
                        with(result, border, Border.OUTPUT, result.at(node.id()).plus(ASIDE, 0));
                result = result.with(result.graph().connected(source, new Slot(border, Border.IN.name())));
            }
        }
        return result;
    }

    private static Document with(Document document, NodeId border, NodeType type, Point at) {
        return document.with(document.graph().with(new Node(border, type, Settings.none(), "")))
                .with(document.layout().placed(border, at));
    }
}
