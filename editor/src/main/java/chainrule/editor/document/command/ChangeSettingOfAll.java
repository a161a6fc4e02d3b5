package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import chainrule.op.Literal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes one setting of several nodes that all have it; null puts it back to its initial value. */
public record ChangeSettingOfAll(Set<NodeId> nodes, String setting, @Nullable Literal literal) implements Command {
    private static final Phrases WORDS = Phrases.of(ChangeSettingOfAll.class);

    public ChangeSettingOfAll {
        nodes = Set.copyOf(nodes);
    }

    @Override
    public String label() {
        return WORDS.text(
                literal == null ? "setting.reset" : "setting.change",
                setting,
                WORDS.text("command.nodes", nodes.size()));
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
