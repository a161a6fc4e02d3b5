package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.Healing;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import java.util.Set;

/** Deletes nodes and heals the wires that led through them. */
public record DeleteReconnecting(Set<NodeId> nodes) implements Command {
    private static final Phrases WORDS = Phrases.of(DeleteReconnecting.class);

    public DeleteReconnecting {
        nodes = Set.copyOf(nodes);
    }

    @Override
    public String label() {
        String what = nodes.size() == 1 ? nodes.iterator().next().name() : WORDS.text("command.nodes", nodes.size());
        return WORDS.text("nodes.deleteReconnect", what);
    }

    @Override
    public Document applied(Document document) {
        Document healed = document.with(Healing.around(document.graph(), nodes));
        return new Delete(nodes, Set.of()).applied(healed);
    }
}
