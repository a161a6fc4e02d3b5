package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.NodeId;
import chainrule.io.Layout;
import chainrule.language.Phrases;
import java.util.Set;

/** Has nodes keep their place and not be deleted by accident, or no longer. */
public record Pin(Set<NodeId> nodes, boolean kept) implements Command {
    private static final Phrases WORDS = Phrases.of(Pin.class);

    public Pin {
        nodes = Set.copyOf(nodes);
    }

    @Override
    public String label() {
        String what = nodes.size() == 1 ? nodes.iterator().next().name() : WORDS.text("command.nodes", nodes.size());
        return WORDS.text(kept ? "node.pin" : "node.unpin", what);
    }

    @Override
    public Document applied(Document document) {
        Layout layout = document.layout();
        Layout changed = layout.looking(nodes, look -> look.pinned(kept));
        return changed == layout ? document : document.with(changed);
    }
}
