package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.Graph;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.language.Phrases;

/** Moves an edge: away from one slot, and from a source into another slot. */
public record Replug(Slot away, Source from, Slot to) implements Command {
    private static final Phrases WORDS = Phrases.of(Replug.class);

    @Override
    public String label() {
        return WORDS.text("edge.move", to);
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
