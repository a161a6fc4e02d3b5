package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.Healing;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import java.util.Set;

/** Takes nodes out of their wires and keeps them: what fed them feeds what they fed. */
public record Detach(Set<NodeId> nodes) implements Command {
    private static final Phrases WORDS = Phrases.of(Detach.class);

    public Detach {
        nodes = Set.copyOf(nodes);
    }

    @Override
    public String label() {
        return WORDS.text(
                "nodes.detach",
                nodes.size() == 1 ? nodes.iterator().next().name() : WORDS.text("command.nodes", nodes.size()));
    }

    @Override
    public Document applied(Document document) {
        return document.with(Healing.around(document.graph(), nodes));
    }
}
