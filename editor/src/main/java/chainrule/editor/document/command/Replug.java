package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.Graph;
import chainrule.graph.Slot;
import chainrule.graph.Source;

/** Moves an edge: away from one slot, and from a source into another slot. */
public record Replug(Slot away, Source from, Slot to) implements Command {
    @Override
    public String label() {
        return "Move edge to " + to;
    }

    @Override
    public Document applied(Document document) {
        Graph graph = document.graph();
        if (away.equals(to)) {
            return document.with(graph.connected(from, to));
        }
        Graph without = graph.disconnected(away);
        return document.with(without.whyNot(from, to).isEmpty() ? without.connected(from, to) : graph);
    }
}
