package chainrule.io;

import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.language.Phrases;
import chainrule.op.Catalog;
import chainrule.op.Held;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.Placeholder;
import chainrule.op.Presence;
import chainrule.op.Settings;
import chainrule.tensor.Precision;
import chainrule.train.Training;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a graph file of its JSON tree, and refuses in a sentence what no graph can be made of. For one file. */
final class GraphReader {
    private static final Phrases WORDS = Phrases.of(GraphReader.class);

    static final int MOST_NODES = 100_000;

    private static final Point NOTE_SIZE = new Point(240, 120);

    private final Catalog catalog;
    private final Map<NodeId, Node> nodes = new LinkedHashMap<>();
    private final Map<NodeId, Point> at = new LinkedHashMap<>();
    private final Map<Slot, List<Point>> via = new LinkedHashMap<>();
    private final Map<NodeId, Look> looks = new LinkedHashMap<>();
    private final Map<NodeId, Map<String, String>> nodeExtras = new LinkedHashMap<>();
    private final Map<Slot, Map<String, String>> edgeExtras = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> markExtras = new LinkedHashMap<>();

    GraphReader(Catalog catalog) {
        this.catalog = catalog;
    }

    GraphFile read(Fields file) throws FileProblem {
        checkVersion(file);
        BlocksReader own = new BlocksReader(catalog);
        Map<String, OwnBlock> blocks = own.blocks(file);
        GraphReader reader = new GraphReader(own.catalog());
        GraphFile graph = reader.inside(file);
        String root = file.text("root", "");
        GraphFile rooted = root.isEmpty() ? graph : graph.with(graph.graph().rooted(id(root)));
        return reader.rest(
                rooted.titled(file.text("title", ""))
                        .with(precision(file))
                        .locked(file.flag("locked"))
                        .trained(training(file))
                        .withBlocks(blocks),
                file);
    }

    /** Nodes and edges, frames and notes: what a file and a block of it both have. */
    GraphFile inside(Fields file) throws FileProblem {
        List<Fields> given = file.objects("nodes", "node");
        if (given.size() > MOST_NODES) {
            throw new FileProblem(WORDS.text("graphReader.fileNodesAtMostAre", given.size(), MOST_NODES));
        }
        List<Wire> wires = new ArrayList<>();
        for (Fields edge : file.objects("edges", "edge")) {
            wires.add(Wire.read(edge));
        }
        UsedPorts used = UsedPorts.of(wires);
        for (Fields node : given) {
            readNode(node, used);
        }
        Graph graph = new WireCheck(List.copyOf(nodes.values())).graph(wires);
        wires.forEach(this::keep);
        return GraphFile.untitled()
                .with(graph)
                .with(new Layout(at, via, looks))
                .withFrames(frames(file))
                .withNotes(notes(file));
    }

    /** A file with the fields that were not asked for. */
    GraphFile rest(GraphFile read, Fields file) {
        return read.with(new Extras(top(file), nodeExtras, edgeExtras, markExtras));
    }

    /**
     * @throws FileProblem where the name cannot be a node's
     */
    static NodeId id(String name) throws FileProblem {
        if (!NodeId.legal(name)) {
            String shown = name.length() > 70 ? name.substring(0, 70) + "…" : name;
            throw new FileProblem(WORDS.text("graphReader.nodeCalledName164", shown));
        }
        return NodeId.of(name);
    }

    private static void checkVersion(Fields file) throws FileProblem {
        JsonNode format = file.find("format");
        if (format == null || !GraphJson.FORMAT.equals(format.textValue())) {
            throw new FileProblem(WORDS.text("graphReader.notChainruleFileItsField"));
        }
        int version = file.count("version", 0);
        if (version > GraphJson.VERSION) {
            throw new FileProblem(WORDS.text("graphReader.fileVersionProgramReadsUp", version, GraphJson.VERSION));
        }
        if (version < 1) {
            throw new FileProblem(WORDS.text("graphReader.fileDoesNotSayIts"));
        }
    }

    private void readNode(Fields anonymous, UsedPorts used) throws FileProblem {
        NodeId id = id(anonymous.text("id"));
        Fields node = anonymous.called(() -> WORDS.text("graphReader.node", id));
        node.text("id");
        Node drawn = new Node(id, type(node, id, used), settings(node), node.text("label", "")).with(presence(node));
        Node read = held(drawn, node);
        if (nodes.put(id, read) != null) {
            throw new FileProblem(WORDS.text("graphReader.twoNodesAreCalledEach", id));
        }
        Point corner = node.point("at");
        if (corner != null) {
            at.put(id, corner);
        }
        looks.put(
                id,
                new Look(node.flag("collapsed"), node.flag("pinned"), node.text("color", ""), node.whole("level", 0)));
        keep(nodeExtras, id, node.others());
    }

    private static Presence presence(Fields node) throws FileProblem {
        boolean bypassed = node.flag("bypassed");
        return node.flag("muted") ? Presence.MUTED : bypassed ? Presence.BYPASSED : Presence.ACTIVE;
    }

    /** The node with the numbers at which it is held, where it is and takes part at all. */
    private static Node held(Node node, Fields fields) {
        JsonNode value = fields.find("held");
        return value == null || node.type().presence() != Presence.ACTIVE
                ? node
                : node.with(node.settings().with(Held.VALUE.name(), LiteralJson.read(value)))
                        .with(Presence.HELD);
    }

    private NodeType type(Fields node, NodeId id, UsedPorts used) throws FileProblem {
        String name = node.text("type");
        return catalog.find(name).orElseGet(() -> Placeholder.of(name, used.inputs(id), used.outputs(id)));
    }

    private static Settings settings(Fields node) throws FileProblem {
        Fields settings = node.inner("settings", () -> WORDS.text("graphReader.settings"));
        Map<String, Literal> literals = new LinkedHashMap<>();
        if (settings != null) {
            settings.all().forEach(field -> literals.put(field.getKey(), LiteralJson.read(field.getValue())));
        }
        return new Settings(literals);
    }

    private void keep(Wire wire) {
        if (!wire.via().isEmpty()) {
            via.put(wire.to(), wire.via());
        }
        keep(edgeExtras, wire.to(), wire.extras());
    }

    private static <K> void keep(Map<K, Map<String, String>> all, K key, Map<String, String> extras) {
        if (!extras.isEmpty()) {
            all.put(key, extras);
        }
    }

    private static Precision precision(Fields file) throws FileProblem {
        String word = file.text("precision", "double");
        return switch (word) {
            case "double" -> Precision.DOUBLE;
            case "float" -> Precision.FLOAT;
            default -> throw new FileProblem(WORDS.text("graphReader.precisionDoubleOrFloat", word));
        };
    }

    private static @Nullable Training training(Fields file) throws FileProblem {
        Fields block = file.inner("training", () -> WORDS.text("graphReader.trainingBlock"));
        return block == null ? null : TrainingJson.read(block);
    }

    private List<Frame> frames(Fields file) throws FileProblem {
        List<Frame> frames = new ArrayList<>();
        for (Fields frame : file.objects("frames", "frame")) {
            List<NodeId> members = new ArrayList<>();
            for (String name : frame.texts("nodes")) {
                members.add(id(name));
            }
            frames.add(new Frame(
                    frame.text("id"),
                    frame.text("title", ""),
                    frame.point("at", new Point(0, 0)),
                    frame.point("size", NOTE_SIZE),
                    frame.text("color", ""),
                    members));
            keep(markExtras, frame.text("id"), frame.others());
        }
        return frames;
    }

    private List<Note> notes(Fields file) throws FileProblem {
        List<Note> notes = new ArrayList<>();
        for (Fields note : file.objects("notes", "note")) {
            notes.add(new Note(
                    note.text("id"),
                    note.text("text", ""),
                    note.point("at", new Point(0, 0)),
                    note.point("size", NOTE_SIZE)));
            keep(markExtras, note.text("id"), note.others());
        }
        return notes;
    }

    private static Map<String, String> top(Fields file) {
        Map<String, String> others = file.others();
        others.remove("view", "{}");
        return others;
    }
}
