package chainrule.editor.document;

import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The nodes of a document that keep their place and are not deleted. */
public record Pins(Document document) {
    private static final Phrases WORDS = Phrases.of(Pins.class);

    public boolean has(NodeId node) {
        return document.layout().look(node).pinned();
    }

    /** Those that are not pinned. */
    public Set<NodeId> free(Collection<NodeId> nodes) {
        Set<NodeId> free = new LinkedHashSet<>(nodes);
        free.removeIf(this::has);
        return free;
    }

    /** Why none of some nodes moves, as a sentence; empty where one does, or where there is none. */
    public Optional<String> moving(Collection<NodeId> nodes) {
        return refusal(nodes, "move");
    }

    /** Why none of some nodes is deleted, as a sentence; empty where one is, or where there is none. */
    public Optional<String> deleting(Collection<NodeId> nodes) {
        return refusal(nodes, "delete");
    }

    private Optional<String> refusal(Collection<NodeId> nodes, String deed) {
        if (nodes.isEmpty() || !nodes.stream().allMatch(this::has)) {
            return Optional.empty();
        }
        return Optional.of(
                nodes.size() == 1
                        ? WORDS.text("pins." + deed + ".one", nodes.iterator().next())
                        : WORDS.text("pins." + deed + ".many", nodes.size()));
    }
}
