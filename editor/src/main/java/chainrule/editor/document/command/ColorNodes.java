package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.NodeId;
import chainrule.io.Layout;
import chainrule.language.Phrases;
import java.util.Set;

/** Gives nodes a colour of their own: a word, or nothing for that of their shelf. */
public record ColorNodes(Set<NodeId> nodes, String color) implements Command {
    private static final Phrases WORDS = Phrases.of(ColorNodes.class);

    public ColorNodes {
        nodes = Set.copyOf(nodes);
    }

    @Override
    public String label() {
        String what = nodes.size() == 1 ? nodes.iterator().next().name() : WORDS.text("command.nodes", nodes.size());
        return color.isEmpty()
                ? WORDS.text("node.uncolor", what)
                : WORDS.text("node.color", what, WORDS.text("tint." + color));
    }

    @Override
    public Document applied(Document document) {
        Layout layout = document.layout();
        Layout changed = layout.looking(nodes, look -> look.colored(color));
        return changed == layout ? document : document.with(changed);
    }
}
