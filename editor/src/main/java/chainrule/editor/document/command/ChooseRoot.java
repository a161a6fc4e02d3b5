package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.NodeId;
import org.jspecify.annotations.Nullable;

/** Chooses the node whose gradient is seeded; null leaves the choice to the graph. */
public record ChooseRoot(@Nullable NodeId root) implements Command {
    @Override
    public String label() {
        return root == null ? "Choose root automatically" : "Make " + root + " the root";
    }

    @Override
    public Document applied(Document document) {
        return document.with(document.graph().rooted(root));
    }
}
