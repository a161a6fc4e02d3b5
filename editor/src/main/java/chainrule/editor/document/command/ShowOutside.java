package chainrule.editor.document.command;

import chainrule.block.BlockDefinition.Exposed;
import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.OwnBlock;
import chainrule.io.OwnBlocks;
import chainrule.op.Catalog;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets a port or a setting inside a block of the learner's own be seen from outside, or hides it again.
 *
 * @param called its name outside
 * @param base the catalogue without the learner's own blocks
 */
public record ShowOutside(String block, String called, End end, Catalog base) implements Command {
    /** What is shown. */
    public sealed interface End {
        /** An input that the block gets: it feeds this slot. */
        record Input(Slot slot) implements End {}

        /** An output that the block gives. */
        record Output(Source source) implements End {}

        /** A setting that the block has. */
        record Setting(Exposed setting) implements End {}

        /** Nothing any more: what has the name is hidden. */
        record Hidden() implements End {}
    }

    @Override
    public String label() {
        return (end instanceof End.Hidden ? "Hide " : "Show ") + called + " of " + block;
    }

    @Override
    public Document applied(Document document) {
        OwnBlock old = document.file().blocks().get(block);
        if (old == null) {
            throw new IllegalArgumentException("there is no block " + block);
        }
        Map<String, Slot> in = new LinkedHashMap<>(old.in());
        Map<String, Source> out = new LinkedHashMap<>(old.out());
        Map<String, Exposed> settings = new LinkedHashMap<>(old.settings());
        if (end instanceof End.Input input) {
            in.put(called, input.slot());
        } else if (end instanceof End.Output output) {
            out.put(called, output.source());
        } else if (end instanceof End.Setting setting) {
            settings.put(called, setting.setting());
        } else {
            in.remove(called);
            out.remove(called);
            settings.remove(called);
        }
        Map<String, OwnBlock> blocks = new LinkedHashMap<>(document.file().blocks());
        blocks.put(block, new OwnBlock(old.inside(), in, out, settings));
        return new Document(OwnBlocks.installed(document.file(), blocks, base));
    }
}
