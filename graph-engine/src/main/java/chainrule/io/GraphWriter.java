package chainrule.io;

import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a graph file in a stable order, one node and one edge a line, so that two versions of it compare well. */
final class GraphWriter {
    private static final String VIEW = "view";

    private final GraphFile file;
    private final Graph graph;

    GraphWriter(GraphFile file) {
        this.file = file;
        this.graph = file.graph();
    }

    String text() {
        StringBuilder out = new StringBuilder("{\n  \"format\": ");
        JsonText.quote(out, GraphJson.FORMAT);
        out.append(", \"version\": ").append(GraphJson.VERSION);
        member(out, "title", JsonText.quoted(file.title()));
        member(out, "precision", JsonText.quoted(file.precision().name().toLowerCase(Locale.ROOT)));
        if (file.locked()) {
            member(out, "locked", "true");
        }
        member(out, "nodes", lines(graph.nodes(), this::node));
        member(out, "edges", lines(graph.edges(), this::edge));
        graph.chosenRoot().ifPresent(root -> member(out, "root", JsonText.quoted(root.name())));
        file.trained().ifPresent(training -> member(out, "training", TrainingJson.write(training)));
        end(out);
        return out.append("\n}\n").toString();
    }

    private void end(StringBuilder out) {
        Map<String, String> extras = file.extras().top();
        String view = extras.getOrDefault(VIEW, "{}");
        boolean brief = file.frames().isEmpty()
                && file.notes().isEmpty()
                && file.blocks().isEmpty();
        member(out, "frames", lines(file.frames(), this::frame));
        out.append(brief ? ", \"notes\": []" : ",\n  \"notes\": " + lines(file.notes(), this::note));
        if (!file.blocks().isEmpty()) {
            member(out, "blocks", blocks());
        }
        out.append(brief ? ", " : ",\n  ").append("\"view\": ").append(view);
        extras.forEach((name, json) -> {
            if (!name.equals(VIEW)) {
                member(out, name, json);
            }
        });
    }

    private String blocks() {
        StringBuilder out = new StringBuilder("{");
        file.blocks().forEach((name, block) -> {
            JsonText.quote(out.append(out.length() == 1 ? "\n    " : ",\n    "), name);
            out.append(": ").append(new GraphWriter(block.inside()).block(block));
        });
        return out.append("\n  }").toString();
    }

    /** The graph of this writer as a block that shows some of it. */
    private String block(OwnBlock block) {
        StringBuilder out = new StringBuilder("{\"nodes\": ").append(lines(graph.nodes(), this::node));
        out.append(",\n  \"edges\": ").append(lines(graph.edges(), this::edge));
        out.append(",\n  \"in\": ").append(names(block.in(), Object::toString));
        out.append(", \"out\": ").append(names(block.out(), this::from));
        out.append(", \"settings\": ")
                .append(names(block.settings(), exposed -> exposed.node() + "." + exposed.setting()));
        if (!file.frames().isEmpty()) {
            out.append(",\n  \"frames\": ").append(lines(file.frames(), this::frame));
        }
        if (!file.notes().isEmpty()) {
            out.append(",\n  \"notes\": ").append(lines(file.notes(), this::note));
        }
        file.extras().top().forEach((name, json) -> member(out, name, json));
        return out.append("}").toString().replace("\n", "\n    ");
    }

    private static <T> String names(Map<String, T> ends, Function<T, String> text) {
        return ends.entrySet().stream()
                .map(e -> JsonText.quoted(e.getKey()) + ": " + JsonText.quoted(text.apply(e.getValue())))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static void member(StringBuilder out, String name, String json) {
        JsonText.quote(out.append(",\n  "), name);
        out.append(": ").append(json);
    }

    private static <T> String lines(Iterable<T> elements, Function<T, String> text) {
        StringBuilder out = new StringBuilder("[");
        for (T element : elements) {
            out.append(out.length() == 1 ? "\n    " : ",\n    ").append(text.apply(element));
        }
        return out.append(out.length() == 1 ? "]" : "\n  ]").toString();
    }

    private String node(Node node) {
        NodeId id = node.id();
        StringBuilder out = new StringBuilder("{\"id\": ").append(JsonText.quoted(id.name()));
        field(out, "type", JsonText.quoted(node.type().id()));
        Map<String, Literal> settings = node.ownSettings().literals();
        if (!settings.isEmpty()) {
            LiteralJson.members(out.append(", \"settings\": "), settings);
        }
        Point at = file.layout().at().get(id);
        if (at != null) {
            field(out, "at", point(at));
        }
        if (!node.label().isEmpty()) {
            field(out, "label", JsonText.quoted(node.label()));
        }
        look(out, file.layout().look(id));
        switch (node.type().presence()) {
            case ACTIVE -> {}
            case BYPASSED -> field(out, "bypassed", "true");
            case MUTED -> field(out, "muted", "true");
            case HELD -> field(out, "held", LiteralText.of(node.heldAt()));
        }
        return close(out, file.extras().nodes().get(id));
    }

    private static void look(StringBuilder out, Look look) {
        if (look.collapsed()) {
            field(out, "collapsed", "true");
        }
        if (look.pinned()) {
            field(out, "pinned", "true");
        }
        if (!look.color().isEmpty()) {
            field(out, "color", JsonText.quoted(look.color()));
        }
        if (look.level() != 0) {
            field(out, "level", Integer.toString(look.level()));
        }
    }

    private String edge(Edge edge) {
        StringBuilder out = new StringBuilder("{\"from\": ").append(JsonText.quoted(from(edge.from())));
        field(out, "to", JsonText.quoted(edge.to().toString()));
        List<Point> via = file.layout().via().getOrDefault(edge.to(), List.of());
        if (!via.isEmpty()) {
            field(out, "via", via.stream().map(GraphWriter::point).collect(Collectors.joining(", ", "[", "]")));
        }
        return close(out, file.extras().edges().get(edge.to()));
    }

    /** The node, and its port where there are several; of a missing type, only what its file gave is known. */
    private String from(Source source) {
        NodeType type = graph.type(source.node());
        boolean first = source.port().equals(type.outputs().get(0).name());
        boolean brief = first && (type.outputs().size() == 1 || type.unknown());
        return brief ? source.node().name() : source.node() + "." + source.port();
    }

    private String frame(Frame frame) {
        StringBuilder out = new StringBuilder("{\"id\": ").append(JsonText.quoted(frame.id()));
        field(out, "title", JsonText.quoted(frame.title()));
        field(out, "at", point(frame.at()));
        field(out, "size", point(frame.size()));
        field(out, "color", JsonText.quoted(frame.color()));
        field(
                out,
                "nodes",
                frame.nodes().stream()
                        .map(id -> JsonText.quoted(id.name()))
                        .collect(Collectors.joining(", ", "[", "]")));
        return close(out, file.extras().marks().get(frame.id()));
    }

    private String note(Note note) {
        StringBuilder out = new StringBuilder("{\"id\": ").append(JsonText.quoted(note.id()));
        field(out, "text", JsonText.quoted(note.text()));
        field(out, "at", point(note.at()));
        field(out, "size", point(note.size()));
        return close(out, file.extras().marks().get(note.id()));
    }

    private static String close(StringBuilder out, @Nullable Map<String, String> extras) {
        if (extras != null) {
            extras.forEach((name, json) -> field(out, name, json));
        }
        return out.append('}').toString();
    }

    private static void field(StringBuilder out, String name, String json) {
        JsonText.quote(out.append(", "), name);
        out.append(": ").append(json);
    }

    private static String point(Point point) {
        return "[" + JsonText.number(point.x()) + ", " + JsonText.number(point.y()) + "]";
    }
}
