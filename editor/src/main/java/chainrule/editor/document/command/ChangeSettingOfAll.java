package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.NodeId;
import chainrule.op.Literal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes one setting of several nodes that all have it; null puts it back to its initial value. */
public record ChangeSettingOfAll(Set<NodeId> nodes, String setting, @Nullable Literal literal) implements Command {
    public ChangeSettingOfAll {
        nodes = Set.copyOf(nodes);
    }

    @Override
    public String label() {
        return (literal == null ? "Reset " : "Change ") + setting + " of " + nodes.size() + " nodes";
    }

    @Override
    public Document applied(Document document) {
        Document changed = document;
        for (NodeId node : nodes) {
            changed = new ChangeSettings(node, setting, literal).applied(changed);
        }
        return changed;
    }
}
