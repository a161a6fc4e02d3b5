package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.Node;
import chainrule.io.Clipping;
import chainrule.language.Phrases;
import java.util.List;

/**
 * Adds copied nodes, already named anew, with their edges, frames and notes.
 *
 * @param word begins the label: Paste, Duplicate
 */
public record AddFragment(String word, Clipping clipping) implements Command {
    private static final Phrases WORDS = Phrases.of(AddFragment.class);

    @Override
    public String label() {
        List<Node> nodes = clipping.fragment().nodes();
        if (nodes.isEmpty()) {
            int count = clipping.remarks().frames().size()
                    + clipping.remarks().notes().size();
            return what(WORDS.count("fragment.remarks", count));
        }
        return what(nodes.size() == 1 ? nodes.get(0).id().name() : WORDS.text("command.nodes", nodes.size()));
    }

    private String what(String added) {
        return WORDS.text("fragment.what", word, added);
    }

    @Override
    public Document applied(Document document) {
        return clipping.isEmpty() ? document : document.with(clipping.addedTo(document.file()));
    }
}
