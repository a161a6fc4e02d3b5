package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.io.OwnBlock;
import chainrule.io.OwnBlocks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Removes a block of the learner's own that nothing uses any more. */
public record RemoveBlock(String name) implements Command {
    @Override
    public String label() {
        return "Remove block " + name;
    }

    /** Why a block cannot be removed, as a sentence; empty where it can. */
    public static Optional<String> refusal(Document document, String name) {
        boolean used = document.graph().nodes().stream()
                .anyMatch(node -> OwnBlocks.uses(node).contains(name));
        Optional<String> around = document.file().blocks().entrySet().stream()
                .filter(entry ->
                        entry.getValue().definition(entry.getKey()).uses().contains(name))
                .map(Map.Entry::getKey)
                .findFirst();
        if (used) {
            return Optional.of("The block %s is used in the graph: delete or unpack its uses first.".formatted(name));
        }
        return around.map(block ->
                "The block %s is used inside the block %s: take it out of there first.".formatted(name, block));
    }

    @Override
    public Document applied(Document document) {
        refusal(document, name).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        Map<String, OwnBlock> blocks = new LinkedHashMap<>(document.file().blocks());
        return blocks.remove(name) == null
                ? document
                : document.with(document.file().withBlocks(blocks));
    }
}
