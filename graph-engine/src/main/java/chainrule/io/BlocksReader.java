package chainrule.io;

import chainrule.block.BlockDefinition;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.op.Catalog;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the learner's own blocks of a file, each after those that it uses. */
final class BlocksReader {
    private static final Phrases WORDS = Phrases.of(BlocksReader.class);

    private final Map<String, Fields> given = new LinkedHashMap<>();
    private final Map<String, OwnBlock> read = new LinkedHashMap<>();
    private Catalog catalog;

    BlocksReader(Catalog base) {
        this.catalog = base;
    }

    /** The catalogue with the blocks that were read. */
    Catalog catalog() {
        return catalog;
    }

    /** The blocks in the order of the file. */
    Map<String, OwnBlock> blocks(Fields file) throws FileProblem {
        Fields all = file.inner("blocks", () -> WORDS.text("blocksReader.blocks"));
        if (all == null) {
            return Map.of();
        }
        Map<String, List<String>> uses = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : all.all()) {
            String name = entry.getKey();
            if (!BlockDefinition.legal(name)) {
                throw new FileProblem(WORDS.text("blocksReader.blockCalledName164", name));
            }
            if (!(entry.getValue() instanceof ObjectNode object)) {
                throw new FileProblem(WORDS.text("blocksReader.blockObject", name));
            }
            given.put(name, new Fields(object, () -> WORDS.text("blocksReader.block", name)));
            List<String> used = new ArrayList<>();
            collect(object.path("nodes"), used);
            uses.put(name, used);
        }
        Optional<List<String>> loop = OwnBlocks.loop(uses);
        if (loop.isPresent()) {
            throw new FileProblem(
                    WORDS.text("blocksReader.blockContainsItself", loop.get().get(0), String.join(" → ", loop.get())));
        }
        for (String name : OwnBlocks.inOrder(given.keySet(), uses)) {
            read(name);
        }
        Map<String, OwnBlock> ordered = new LinkedHashMap<>();
        given.keySet().forEach(name -> ordered.put(name, java.util.Objects.requireNonNull(read.get(name))));
        return ordered;
    }

    private void read(String name) throws FileProblem {
        Fields fields = java.util.Objects.requireNonNull(given.get(name));
        GraphReader reader = new GraphReader(catalog);
        GraphFile inside = reader.inside(fields);
        Map<String, Slot> in = new LinkedHashMap<>();
        Map<String, Source> out = new LinkedHashMap<>();
        Map<String, BlockDefinition.Exposed> settings = new LinkedHashMap<>();
        for (Map.Entry<String, String> port : names(fields, "in", name).entrySet()) {
            in.put(port.getKey(), entrance(inside.graph(), end(port.getValue(), name), name));
        }
        for (Map.Entry<String, String> port : names(fields, "out", name).entrySet()) {
            out.put(port.getKey(), exit(inside.graph(), port.getValue(), name));
        }
        for (Map.Entry<String, String> setting : names(fields, "settings", name).entrySet()) {
            Slot end = end(setting.getValue(), name);
            boolean known = inside.graph()
                    .find(end.node())
                    .flatMap(node -> node.type().param(end.port()))
                    .isPresent();
            if (!known) {
                throw new FileProblem(WORDS.text("blocksReader.blockShowsWhichNotThere", name, end));
            }
            settings.put(setting.getKey(), new BlockDefinition.Exposed(end.node(), end.port()));
        }
        OwnBlock block = new OwnBlock(reader.rest(inside, fields), in, out, settings);
        read.put(name, block);
        catalog = catalog.with(List.of(block.definition(name).type()));
    }

    private static Slot entrance(Graph graph, Slot slot, String block) throws FileProblem {
        boolean known = graph.find(slot.node())
                .flatMap(node -> node.type().input(slot.port()))
                .isPresent();
        if (!known) {
            throw new FileProblem(WORDS.text("blocksReader.blockShowsInputWhichNot", block, slot));
        }
        if (graph.into(slot).isPresent()) {
            throw new FileProblem(WORDS.text("blocksReader.blockShowsInputWhichSomething", block, slot));
        }
        return slot;
    }

    private static Source exit(Graph graph, String text, String block) throws FileProblem {
        int dot = text.indexOf('.');
        NodeId node = GraphReader.id(dot < 0 ? text : text.substring(0, dot));
        Optional<Source> source = graph.find(node)
                .map(n -> new Source(node, dot < 0 ? n.type().outputs().get(0).name() : text.substring(dot + 1)));
        if (source.isEmpty() || graph.type(node).output(source.get().port()).isEmpty()) {
            throw new FileProblem(WORDS.text("blocksReader.blockShowsOutputWhichNot", block, text));
        }
        return source.get();
    }

    private static Slot end(String text, String block) throws FileProblem {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new FileProblem(WORDS.text("blocksReader.blockShowsNodeItsPort", block, text));
        }
        return new Slot(GraphReader.id(text.substring(0, dot)), text.substring(dot + 1));
    }

    private static Map<String, String> names(Fields fields, String field, String block) throws FileProblem {
        Fields inner = fields.inner(field, () -> WORDS.text("blocksReader.block2", field, block));
        Map<String, String> result = new LinkedHashMap<>();
        if (inner != null) {
            for (Map.Entry<String, JsonNode> entry : inner.all()) {
                if (!BlockDefinition.legal(entry.getKey())) {
                    throw new FileProblem(WORDS.text("blocksReader.blockNamesPortOrLetters", block, entry.getKey()));
                }
                result.put(entry.getKey(), inner.text(entry.getKey()));
            }
        }
        return result;
    }

    /** The names of blocks that stand anywhere in nodes, as types or in settings. */
    private static void collect(JsonNode node, List<String> names) {
        if (node.isTextual() && node.textValue().startsWith(BlockDefinition.PREFIX)) {
            names.add(node.textValue().substring(BlockDefinition.PREFIX.length()));
        }
        node.forEach(child -> collect(child, names));
    }
}
