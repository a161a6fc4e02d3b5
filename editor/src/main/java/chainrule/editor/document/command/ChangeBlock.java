package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.io.OwnBlock;
import chainrule.io.OwnBlocks;
import chainrule.op.Catalog;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An edit inside a block of the learner's own; all its uses change with it.
 *
 * @param base the catalogue without the learner's own blocks
 */
public record ChangeBlock(String block, Command edit, Catalog base) implements Command {
    @Override
    public String label() {
        return edit.label() + " in " + block;
    }

    @Override
    public Document applied(Document document) {
        OwnBlock old = document.file().blocks().get(block);
        if (old == null) {
            throw new IllegalArgumentException("there is no block " + block);
        }
        Document before = new Document(old.inside());
        Document after = edit.applied(before);
        if (after == before) {
            return document;
        }
        Map<String, OwnBlock> blocks = new LinkedHashMap<>(document.file().blocks());
        blocks.put(block, old.with(after.file()));
        OwnBlocks.refusal(blocks).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        return new Document(OwnBlocks.installed(document.file(), blocks, base));
    }
}
