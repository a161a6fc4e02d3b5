package chainrule.editor.compare;

import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.graph.Graph;
import chainrule.io.GraphFile;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The graph that is put beside a document's, as it is now.
 *
 * @param changing the documents that it is made from: it may be another one after an edit of them
 * @param alike whether it is laid out as the first graph, so that both can be looked at in the same place
 */
public record Second(Supplier<GraphFile> file, List<History> changing, boolean alike) {
    public Second {
        changing = List.copyOf(changing);
    }

    /** A graph that stays as it is. */
    public static Second fixed(GraphFile file) {
        return new Second(() -> file, List.of(), false);
    }

    /** A document as it is now, whatever becomes of it. */
    public static Second copy(Document document, String title) {
        GraphFile file = document.file().titled(title);
        return new Second(() -> file, List.of(), true);
    }

    /** Another open document, with every edit of it. */
    public static Second of(History history, String title) {
        return new Second(() -> history.document().file().titled(title), List.of(history), false);
    }

    /** A document with one thing changed, with every edit of it. */
    public static Second variant(History history, String title, UnaryOperator<GraphFile> change) {
        Latest latest = new Latest(change);
        return new Second(() -> latest.of(history.document().file()).titled(title), List.of(history), true);
    }

    /** Changes a graph once: what was learned from the change is not lost when a node is moved. */
    private static final class Latest {
        private final UnaryOperator<GraphFile> change;
        private @Nullable Graph from;
        private @Nullable Graph to;

        Latest(UnaryOperator<GraphFile> change) {
            this.change = change;
        }

        GraphFile of(GraphFile file) {
            GraphFile changed = change.apply(file);
            Graph known = to;
            if (known == null || from != file.graph()) {
                known = changed.graph();
                from = file.graph();
                to = known;
            }
            return changed.with(known);
        }
    }
}
