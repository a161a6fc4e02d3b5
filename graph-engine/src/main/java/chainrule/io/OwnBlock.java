package chainrule.io;

import chainrule.block.BlockDefinition;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A block of the learner's own, as a file holds it.
 *
 * @param inside what is inside, with its places, frames and notes
 * @param in the inner slot that each input feeds
 * @param out the inner output that each output is
 * @param settings the inner setting that each setting sets
 */
public record OwnBlock(
        GraphFile inside,
        Map<String, Slot> in,
        Map<String, Source> out,
        Map<String, BlockDefinition.Exposed> settings) {
    public OwnBlock {
        in = Collections.unmodifiableMap(new LinkedHashMap<>(in));
        out = Collections.unmodifiableMap(new LinkedHashMap<>(out));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** This block under a name, as the engine sees it. */
    public BlockDefinition definition(String name) {
        return new BlockDefinition(name, inside.graph(), in, out, settings);
    }

    /** This block with something else inside; ports and settings whose inner ends are gone are left out. */
    public OwnBlock with(GraphFile changed) {
        Map<String, Slot> entrances = new LinkedHashMap<>(in);
        entrances.values().removeIf(slot -> changed.graph()
                .find(slot.node())
                .flatMap(node -> node.type().input(slot.port()))
                .filter(port -> changed.graph().into(slot).isEmpty())
                .isEmpty());
        Map<String, Source> exits = new LinkedHashMap<>(out);
        exits.values().removeIf(source -> changed.graph()
                .find(source.node())
                .flatMap(node -> node.type().output(source.port()))
                .isEmpty());
        Map<String, BlockDefinition.Exposed> exposed = new LinkedHashMap<>(settings);
        exposed.values().removeIf(setting -> changed.graph()
                .find(setting.node())
                .flatMap(node -> node.type().param(setting.setting()))
                .isEmpty());
        return new OwnBlock(changed, entrances, exits, exposed);
    }
}
