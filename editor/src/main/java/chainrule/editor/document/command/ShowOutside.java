package chainrule.editor.document.command;

import chainrule.block.BlockDefinition.Exposed;
import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.io.OwnBlock;
import chainrule.io.OwnBlocks;
import chainrule.language.Phrases;
import chainrule.op.Catalog;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes a setting inside a block of the learner's own one of the block's, which each use of it sets; or fixes it inside
 * again.
 *
 * @param called its name outside
 * @param shown whether the block should have it
 * @param base the catalogue without the learner's own blocks
 */
public record ShowOutside(String block, String called, Exposed setting, boolean shown, Catalog base)
        implements Command {
    private static final Phrases WORDS = Phrases.of(ShowOutside.class);

    /** The name that a setting of a block gets: its own where that is free, else with its node's before it. */
    public static String name(OwnBlock block, Exposed setting) {
        String own = setting.setting();
        boolean taken =
                own.equals("seed") || own.equals("weights") || block.settings().containsKey(own);
        String wish = taken ? setting.node().name() + "_" + own : own;
        String name = wish;
        for (int i = 2; block.settings().containsKey(name); i++) {
            name = wish + i;
        }
        return name;
    }

    @Override
    public String label() {
        return WORDS.text(shown ? "outside.show" : "outside.hide", called, block);
    }

    @Override
    public Document applied(Document document) {
        OwnBlock old = document.file().blocks().get(block);
        if (old == null) {
            throw new IllegalArgumentException("there is no block " + block);
        }
        Map<String, Exposed> settings = new LinkedHashMap<>(old.settings());
        if (shown) {
            settings.put(called, setting);
        } else {
            settings.remove(called);
        }
        Map<String, OwnBlock> blocks = new LinkedHashMap<>(document.file().blocks());
        blocks.put(block, new OwnBlock(old.inside(), old.in(), old.out(), settings));
        return document.with(OwnBlocks.changed(document.file(), blocks, block, base));
    }
}
