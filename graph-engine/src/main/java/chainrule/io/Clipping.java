package chainrule.io;

import chainrule.graph.Edge;
import chainrule.graph.Fragment;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.op.Catalog;
import chainrule.op.InPort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a graph file on its way to another place. As text it is a graph file itself, whose field {@code incoming}
 * holds the edges that led into it from outside.
 *
 * @param layout where its nodes lay
 * @param remarks the frames and notes that come along
 * @param blocks the learner's own that its nodes are
 * @param extras fields of its nodes and edges that this version does not know
 */
public record Clipping(Fragment fragment, Layout layout, Remarks remarks, Map<String, OwnBlock> blocks, Extras extras) {
    private static final Phrases WORDS = Phrases.of(Clipping.class);
    private static final String INCOMING = "incoming";

    /** Frames and notes. */
    public record Remarks(List<Frame> frames, List<Note> notes) {
        public Remarks {
            frames = List.copyOf(frames);
            notes = List.copyOf(notes);
        }

        Remarks moved(double dx, double dy) {
            return new Remarks(
                    frames.stream()
                            .map(f -> f.placed(f.at().plus(dx, dy), f.size()))
                            .toList(),
                    notes.stream()
                            .map(n -> n.placed(n.at().plus(dx, dy), n.size()))
                            .toList());
        }

        /** Under names that a file has free; frames name their nodes as these are called there. */
        Remarks namedFor(GraphFile file, Map<NodeId, NodeId> nodes) {
            Set<String> taken = new HashSet<>();
            file.frames().forEach(frame -> taken.add(frame.id()));
            file.notes().forEach(note -> taken.add(note.id()));
            List<Frame> renamed = new ArrayList<>();
            for (Frame frame : frames) {
                List<NodeId> members = frame.nodes().stream()
                        .filter(nodes::containsKey)
                        .map(nodes::get)
                        .toList();
                renamed.add(new Frame(
                        free(frame.id(), taken), frame.title(), frame.at(), frame.size(), frame.color(), members));
            }
            return new Remarks(
                    renamed,
                    notes.stream()
                            .map(n -> new Note(free(n.id(), taken), n.text(), n.at(), n.size()))
                            .toList());
        }

        private static String free(String wish, Set<String> taken) {
            String id = wish;
            for (int i = 2; !taken.add(id); i++) {
                id = wish + "-" + i;
            }
            return id;
        }
    }

    /** The chosen nodes of a file. */
    public static Clipping of(GraphFile file, Set<NodeId> chosen) {
        return of(file, chosen, Set.of());
    }

    /** The chosen nodes of a file, and frames and notes by their names. */
    public static Clipping of(GraphFile file, Set<NodeId> chosen, Set<String> marks) {
        Fragment fragment = Fragment.of(file.graph(), chosen);
        Layout all = file.layout();
        Map<NodeId, Point> at = new LinkedHashMap<>();
        Map<NodeId, Map<String, String>> extras = new LinkedHashMap<>();
        fragment.nodes().forEach(node -> {
            at.put(node.id(), all.of(node.id()));
            Optional.ofNullable(file.extras().nodes().get(node.id())).ifPresent(e -> extras.put(node.id(), e));
        });
        Map<Slot, List<Point>> via = new LinkedHashMap<>(all.via());
        Map<Slot, Map<String, String>> edgeExtras =
                new LinkedHashMap<>(file.extras().edges());
        Set<Slot> kept = unmoved(file.graph(), fragment);
        via.keySet().retainAll(kept);
        edgeExtras.keySet().retainAll(kept);
        Map<NodeId, Look> looks = new LinkedHashMap<>(all.looks());
        looks.keySet().retainAll(at.keySet());
        Remarks remarks = new Remarks(
                file.frames().stream().filter(f -> marks.contains(f.id())).toList(),
                file.notes().stream().filter(n -> marks.contains(n.id())).toList());
        return new Clipping(
                fragment,
                new Layout(at, via, looks),
                remarks,
                OwnBlocks.usedBy(fragment.nodes(), file.blocks()),
                new Extras(Map.of(), extras, edgeExtras));
    }

    public boolean isEmpty() {
        return fragment.isEmpty()
                && remarks.frames().isEmpty()
                && remarks.notes().isEmpty();
    }

    /** Why this cannot be added to a file, as a sentence: a block of the same name is another one there. */
    public Optional<String> refusal(GraphFile file) {
        for (Map.Entry<String, OwnBlock> block : blocks.entrySet()) {
            OwnBlock there = file.blocks().get(block.getKey());
            if (there != null && !text(block.getKey(), there).equals(text(block.getKey(), block.getValue()))) {
                return Optional.of(WORDS.text("clipping.blockAnotherOneHereRename", block.getKey()));
            }
        }
        return Optional.empty();
    }

    private static String text(String name, OwnBlock block) {
        return GraphJson.write(GraphFile.untitled().withBlocks(Map.of(name, block)));
    }

    /** Its text: a graph file. */
    public String text() {
        Map<String, String> top = new LinkedHashMap<>();
        if (!fragment.incoming().isEmpty()) {
            StringBuilder out = new StringBuilder("[");
            for (Edge edge : fragment.incoming()) {
                JsonText.separate(out, '[');
                JsonText.quote(out.append("{\"from\": "), edge.from().toString());
                JsonText.quote(out.append(", \"to\": "), edge.to().toString());
                out.append('}');
            }
            top.put(INCOMING, out.append(']').toString());
        }
        GraphFile part = GraphFile.untitled()
                .with(Graph.of(fragment.nodes(), fragment.edges()))
                .with(layout)
                .withFrames(remarks.frames())
                .withNotes(remarks.notes())
                .withBlocks(blocks);
        return GraphJson.write(part.with(new Extras(top, extras.nodes(), extras.edges())));
    }

    /**
     * The clipping that a text holds; a whole graph file is one, too.
     *
     * @throws FileProblem where the text is neither
     */
    public static Clipping read(String text, Catalog catalog) throws FileProblem {
        GraphFile file = GraphJson.read(text, catalog);
        Graph graph = file.graph();
        List<Edge> incoming = new ArrayList<>();
        for (Fields edge :
                new Fields(Json.parse(text), () -> WORDS.text("clipping.file")).objects(INCOMING, "incomingEdge")) {
            Wire wire = Wire.read(edge);
            if (graph.find(wire.to().node())
                    .flatMap(node -> node.type().input(wire.to().port()))
                    .isPresent()) {
                String port = wire.port();
                incoming.add(
                        new Edge(port == null ? Source.of(wire.from()) : new Source(wire.from(), port), wire.to()));
            }
        }
        Fragment fragment = new Fragment(List.copyOf(graph.nodes()), List.copyOf(graph.edges()), incoming);
        return new Clipping(
                fragment, file.layout(), new Remarks(file.frames(), file.notes()), file.blocks(), file.extras());
    }

    /** This under the names that a file has free for it. */
    public Clipping namedFor(GraphFile file) {
        return namedFor(file, null);
    }

    /**
     * The same for what is inside of a node.
     *
     * @param inside the node whose path names there begin with; null outside
     */
    public Clipping namedFor(GraphFile file, @Nullable NodeId inside) {
        Map<NodeId, NodeId> names = fragment.namesIn(file.graph(), inside);
        Map<NodeId, Point> at = new LinkedHashMap<>();
        Map<NodeId, Look> looks = new LinkedHashMap<>();
        Map<NodeId, Map<String, String>> nodeExtras = new LinkedHashMap<>();
        names.forEach((from, to) -> {
            at.put(to, layout.of(from));
            looks.put(to, layout.look(from));
            Optional.ofNullable(extras.nodes().get(from)).ifPresent(e -> nodeExtras.put(to, e));
        });
        return new Clipping(
                fragment.renamed(names),
                new Layout(at, renamed(layout.via(), names), looks),
                remarks.namedFor(file, names),
                blocks,
                new Extras(Map.of(), nodeExtras, renamed(extras.edges(), names)));
    }

    /**
     * A file with this in it. A block that the file has under the same name already is the file's.
     *
     * @throws IllegalArgumentException where a node's name is taken, see {@link #namedFor}
     */
    public GraphFile addedTo(GraphFile file) {
        Map<String, OwnBlock> all = new LinkedHashMap<>(blocks);
        all.putAll(file.blocks());
        Graph graph = fragment.addedTo(file.graph());
        if (!blocks.isEmpty()) {
            graph = graph.retyped(id -> OwnBlocks.typed(id, file.blocks()));
        }
        List<Frame> frames = new ArrayList<>(file.frames());
        frames.addAll(remarks.frames());
        List<Note> notes = new ArrayList<>(file.notes());
        notes.addAll(remarks.notes());
        return file.with(graph)
                .withBlocks(all)
                .withFrames(frames)
                .withNotes(notes)
                .with(file.layout().with(layout))
                .with(file.extras().with(new Extras(Map.of(), extras.nodes(), extras.edges())));
    }

    /** This moved so that the top left corner of its outline is at a point. */
    public Clipping cornerAt(Point corner) {
        Point now = corner();
        return moved(corner.x() - now.x(), corner.y() - now.y());
    }

    public Clipping moved(double dx, double dy) {
        Map<NodeId, Point> at = new LinkedHashMap<>();
        fragment.nodes().forEach(node -> at.put(node.id(), layout.of(node.id()).plus(dx, dy)));
        Map<Slot, List<Point>> via = new LinkedHashMap<>();
        layout.via()
                .forEach((slot, points) ->
                        via.put(slot, points.stream().map(p -> p.plus(dx, dy)).toList()));
        return new Clipping(fragment, new Layout(at, via, layout.looks()), remarks.moved(dx, dy), blocks, extras);
    }

    /** This without the edges from outside. */
    public Clipping detached() {
        return new Clipping(fragment.detached(), layout, remarks, blocks, extras);
    }

    /** The least x and the least y of its corners. */
    public Point corner() {
        return new Point(
                corners().mapToDouble(Point::x).min().orElse(0),
                corners().mapToDouble(Point::y).min().orElse(0));
    }

    /** The greatest x and the greatest y of its corners. */
    public Point lastCorner() {
        return new Point(
                corners().mapToDouble(Point::x).max().orElse(0),
                corners().mapToDouble(Point::y).max().orElse(0));
    }

    private Stream<Point> corners() {
        return Stream.of(
                        fragment.nodes().stream().map(node -> layout.of(node.id())),
                        remarks.frames().stream().map(Frame::at),
                        remarks.notes().stream().map(Note::at))
                .flatMap(points -> points);
    }

    /** The slots whose edge is among the nodes, and that no gap has moved. */
    private static Set<Slot> unmoved(Graph graph, Fragment fragment) {
        Set<Slot> slots = new HashSet<>();
        for (Edge edge : fragment.edges()) {
            InPort port = graph.type(edge.to().node()).input(edge.to().port()).orElseThrow();
            if (!port.variadic() || graph.into(edge.to()).equals(Optional.of(edge))) {
                slots.add(edge.to());
            }
        }
        return slots;
    }

    private static <T> Map<Slot, T> renamed(Map<Slot, T> bySlot, Map<NodeId, NodeId> names) {
        Map<Slot, T> result = new LinkedHashMap<>();
        bySlot.forEach((slot, value) -> {
            if (names.containsKey(slot.node())) {
                result.put(new Slot(Objects.requireNonNull(names.get(slot.node())), slot.port()), value);
            }
        });
        return result;
    }
}
