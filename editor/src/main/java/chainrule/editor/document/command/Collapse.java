package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.NodeId;
import chainrule.io.Layout;
import chainrule.language.Phrases;
import java.util.Set;

/** Shows the titles of nodes only, or all of them again. */
public record Collapse(Set<NodeId> nodes, boolean titleOnly) implements Command {
    private static final Phrases WORDS = Phrases.of(Collapse.class);

    public Collapse {
        nodes = Set.copyOf(nodes);
    }

    @Override
    public String label() {
        String what = nodes.size() == 1 ? nodes.iterator().next().name() : WORDS.text("command.nodes", nodes.size());
        return WORDS.text(titleOnly ? "node.collapse" : "node.expand", what);
    }

    @Override
    public Document applied(Document document) {
        Layout layout = document.layout().looking(nodes, look -> look.collapsed(titleOnly));
        return layout == document.layout() ? document : document.with(layout);
    }
}
