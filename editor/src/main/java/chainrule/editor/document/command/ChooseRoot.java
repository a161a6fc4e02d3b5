package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import org.jspecify.annotations.Nullable;

/** Chooses the node whose gradient is seeded; null leaves the choice to the graph. */
public record ChooseRoot(@Nullable NodeId root) implements Command {
    private static final Phrases WORDS = Phrases.of(ChooseRoot.class);

    @Override
    public String label() {
        return root == null ? WORDS.text("root.free") : WORDS.text("root.make", root);
    }

    @Override
    public Document applied(Document document) {
        return document.with(document.graph().rooted(root));
    }
}
