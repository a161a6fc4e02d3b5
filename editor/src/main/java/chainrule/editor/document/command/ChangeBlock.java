package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.Draft;
import chainrule.graph.NodeId;
import chainrule.io.GraphFile;
import chainrule.io.OwnBlock;
import chainrule.io.OwnBlocks;
import chainrule.language.Phrases;
import chainrule.op.Catalog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An edit inside a block of the learner's own; all its uses change with it.
 *
 * @param block its name
 * @param path the node that is opened: a use of the block
 * @param edit of the block's inside as a {@link Draft} under that path
 * @param base the catalogue without the learner's own blocks
 */
public record ChangeBlock(String block, NodeId path, Command edit, Catalog base) implements Command {
    private static final Phrases WORDS = Phrases.of(ChangeBlock.class);

    @Override
    public String label() {
        return WORDS.text("block.change", edit.label().replace(path + "/", ""), block);
    }

    @Override
    public Optional<String> refusal(Document document) {
        return document.whyFixed().or(() -> OwnBlocks.refusal(blocks(document)));
    }

    @Override
    public Document applied(Document document) {
        GraphFile file = document.file();
        Map<String, OwnBlock> blocks = blocks(document);
        OwnBlock before = old(file);
        OwnBlock after = java.util.Objects.requireNonNull(blocks.get(block));
        if (after.equals(before)) {
            return document;
        }
        OwnBlocks.refusal(blocks).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        return document.with(
                same(before, after) ? file.withBlocks(blocks) : OwnBlocks.changed(file, blocks, block, base));
    }

    private Map<String, OwnBlock> blocks(Document document) {
        OwnBlock before = old(document.file());
        Draft draft = Draft.of(before, path, document.file());
        Document edited = edit.applied(draft.document());
        Map<String, OwnBlock> blocks = new LinkedHashMap<>(edited.file().blocks());
        blocks.put(block, edited == draft.document() ? before : draft.closed(edited));
        return blocks;
    }

    /** Whether only places have changed, which no use of the block knows. */
    private static boolean same(OwnBlock before, OwnBlock after) {
        return after.inside().graph().equals(before.inside().graph())
                && after.in().equals(before.in())
                && after.out().equals(before.out())
                && after.settings().equals(before.settings());
    }

    private OwnBlock old(GraphFile file) {
        OwnBlock old = file.blocks().get(block);
        if (old == null) {
            throw new IllegalArgumentException("there is no block " + block);
        }
        return old;
    }
}
