package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.Pins;
import chainrule.editor.document.RemarkId;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import java.util.Optional;
import java.util.Set;

/** Deletes nodes, frames and notes that have been copied. */
public record Cut(Set<NodeId> nodes, Set<RemarkId> remarks) implements Command {
    private static final Phrases WORDS = Phrases.of(Cut.class);

    public Cut {
        nodes = Set.copyOf(nodes);
        remarks = Set.copyOf(remarks);
    }

    @Override
    public String label() {
        if (nodes.isEmpty()) {
            return WORDS.text(
                    "nodes.cut",
                    remarks.size() == 1
                            ? remarks.iterator().next().name()
                            : WORDS.text("command.remarks", remarks.size()));
        }
        return WORDS.text(
                "nodes.cut",
                nodes.size() == 1 ? nodes.iterator().next().name() : WORDS.text("command.nodes", nodes.size()));
    }

    @Override
    public Optional<String> refusal(Document document) {
        return document.whyFixed().or(() -> remarks.isEmpty() ? new Pins(document).deleting(nodes) : Optional.empty());
    }

    @Override
    public Document applied(Document document) {
        return new Delete(nodes, Set.of(), remarks).applied(document);
    }
}
