package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.Edge;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.language.Phrases;

/** Puts an unconnected node into an edge: what fed the slot feeds the node, and the node feeds the slot. */
public record Splice(Edge edge, Slot input, Source output) implements Command {
    private static final Phrases WORDS = Phrases.of(Splice.class);

    @Override
    public String label() {
        return WORDS.text("edge.splice", output.node(), edge);
    }

    @Override
    public Document applied(Document document) {
        return document.with(document.graph().connected(edge.from(), input).connected(output, edge.to()));
    }
}
