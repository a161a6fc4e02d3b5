package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import chainrule.op.Literal;
import chainrule.op.Settings;
import org.jspecify.annotations.Nullable;

/** Changes one setting of a node; null puts it back to its initial value. */
public record ChangeSettings(NodeId node, String setting, @Nullable Literal literal) implements Command {
    private static final Phrases WORDS = Phrases.of(ChangeSettings.class);

    @Override
    public String label() {
        return WORDS.text(literal == null ? "setting.reset" : "setting.change", setting, node);
    }

    @Override
    public Document applied(Document document) {
        Settings settings = document.node(node).settings();
        Settings changed = literal == null ? settings.without(setting) : settings.with(setting, literal);
        return changed.equals(settings)
                ? document
                : document.with(document.graph().with(document.node(node).with(changed)));
    }
}
