package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.Remarks;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import java.util.Map;
import java.util.Optional;

/** Gives a node another name; its edges follow. */
public record Rename(NodeId from, NodeId to) implements Command {
    private static final Phrases WORDS = Phrases.of(Rename.class);

    @Override
    public String label() {
        return WORDS.text("node.rename", from, to);
    }

    @Override
    public Document applied(Document document) {
        if (from.equals(to)) {
            return document;
        }
        Document renamed = document.with(document.file()
                .with(document.graph().renamed(from, to))
                .with(document.layout().renamed(from, to)));
        return new Remarks(renamed).renamed(Map.of(from, Optional.of(to)));
    }
}
