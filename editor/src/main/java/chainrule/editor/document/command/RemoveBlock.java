package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.io.OwnBlock;
import chainrule.io.OwnBlocks;
import chainrule.language.Phrases;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Removes a block of the learner's own that nothing uses any more. */
public record RemoveBlock(String name) implements Command {
    private static final Phrases WORDS = Phrases.of(RemoveBlock.class);

    @Override
    public String label() {
        return WORDS.text("block.remove", name);
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
            return Optional.of(WORDS.text("block.used", name));
        }
        return around.map(block -> WORDS.text("block.usedInside", name, block));
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
