package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.Healing;
import chainrule.editor.document.Pins;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import java.util.Optional;
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
    public Optional<String> refusal(Document document) {
        return document.whyFixed().or(() -> new Pins(document).deleting(nodes));
    }

    @Override
    public Document applied(Document document) {
        Set<NodeId> going = new Pins(document).free(nodes);
        Document healed = document.with(Healing.around(document.graph(), going));
        return new Delete(nodes, Set.of()).applied(healed);
    }
}
