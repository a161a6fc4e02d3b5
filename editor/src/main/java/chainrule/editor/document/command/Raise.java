package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.NodeId;
import chainrule.io.Layout;
import chainrule.language.Phrases;
import java.util.Set;
import java.util.stream.IntStream;

/** Brings nodes before all others that they do not belong to, or behind them; among themselves they keep their order. */
public record Raise(Set<NodeId> nodes, boolean front) implements Command {
    private static final Phrases WORDS = Phrases.of(Raise.class);

    public Raise {
        nodes = Set.copyOf(nodes);
    }

    @Override
    public String label() {
        String what = nodes.size() == 1 ? nodes.iterator().next().name() : WORDS.text("command.nodes", nodes.size());
        return WORDS.text(front ? "node.front" : "node.back", what);
    }

    @Override
    public Document applied(Document document) {
        Layout layout = document.layout();
        Layout changed = layout.looking(nodes, look -> look.at(look.level() + way(layout)));
        return changed == layout ? document : document.with(changed);
    }

    /** How far: the lowest of them comes to lie just above the highest of the others, or the other way round. */
    private int way(Layout layout) {
        IntStream others = layout.at().keySet().stream()
                .filter(node -> !nodes.contains(node))
                .mapToInt(node -> layout.look(node).level());
        IntStream own = nodes.stream().mapToInt(node -> layout.look(node).level());
        return front
                ? Math.max(0, others.max().orElse(-1) + 1 - own.min().orElse(0))
                : Math.min(0, others.min().orElse(1) - 1 - own.max().orElse(0));
    }
}
