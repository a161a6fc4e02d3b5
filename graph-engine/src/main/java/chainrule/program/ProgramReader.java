package chainrule.program;

import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.op.Catalog;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads programs as graphs. Lines may use nodes of later lines; empty lines and lines that begin with # say nothing. */
public final class ProgramReader {
    private static final Phrases WORDS = Phrases.of(ProgramReader.class);
    private static final Pattern ROOT = Pattern.compile("\\s*root\\s+([^\\s=#(]+)\\s*(#.*)?");

    private final NodeReader types;
    private final Map<NodeId, Node> nodes = new LinkedHashMap<>();
    private final Map<NodeId, ProgramLine> lines = new LinkedHashMap<>();
    private final Map<Slot, Edge> edges = new LinkedHashMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    /** Names on lines that have a mistake: that they are not there is no mistake of others. */
    private final Set<String> broken = new LinkedHashSet<>();

    private @Nullable NodeId root;
    private int rootLine;

    private ProgramReader(NodeReader types) {
        this.types = types;
    }

    /**
     * Reads a program.
     *
     * @param before the graph that the text stood for: types that no catalogue has are those of its nodes
     */
    public static Reading read(String text, Catalog catalog, Graph before) {
        ProgramReader reader = new ProgramReader(new NodeReader(catalog, before));
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            reader.line(i, lines.get(i));
        }
        reader.lines.values().forEach(reader::connect);
        return reader.reading();
    }

    /** Whether a text has the form of a program, by its first line that says anything. */
    public static boolean isProgram(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                .findFirst()
                .filter(line -> ProgramLine.of(0, line).isPresent())
                .isPresent();
    }

    private void line(int number, String text) {
        if (text.isBlank() || text.strip().startsWith("#")) {
            return;
        }
        Matcher chosen = ROOT.matcher(text);
        if (chosen.matches() && NodeId.legal(chosen.group(1))) {
            root = NodeId.of(chosen.group(1));
            rootLine = number;
            return;
        }
        Optional<ProgramLine> line = ProgramLine.of(number, text);
        if (line.isEmpty()) {
            mistake(number, WORDS.text("programReader.lineLikeZScaleY"));
            return;
        }
        node(line.get());
    }

    private void node(ProgramLine line) {
        if (!NodeId.legal(line.name())) {
            mistake(line.number(), WORDS.text("programReader.cannotNameNode164", line.name()));
            return;
        }
        NodeId id = NodeId.of(line.name());
        ProgramLine other = lines.get(id);
        if (other != null) {
            mistake(line.number(), WORDS.text("programReader.madeLineAlready", id, other.number() + 1));
            return;
        }
        try {
            nodes.put(id, types.node(id, line));
            lines.put(id, line);
        } catch (NodeReader.Refusal refusal) {
            broken.add(line.name());
            mistake(line.number(), refusal.sentence());
        }
    }

    /** Draws the edges that lead into the node of a line. */
    private void connect(ProgramLine line) {
        NodeId id = NodeId.of(line.name());
        NodeType type = java.util.Objects.requireNonNull(nodes.get(id)).type();
        List<Slot> free = new ArrayList<>();
        long given = line.arguments().stream().filter(a -> a.name().isEmpty()).count();
        for (InPort port : type.inputs()) {
            for (int i = 0; i < (port.variadic() ? given : 1); i++) {
                free.add(new Slot(id, port.slot(i)));
            }
        }
        int next = 0;
        for (ProgramLine.Argument argument : line.arguments()) {
            if (argument.name().isEmpty()) {
                if (next == free.size()) {
                    mistake(line.number(), tooMany(line, type));
                    return;
                }
                connect(line, argument.value(), free.get(next++));
            } else if (NodeReader.isInput(type, argument)) {
                connect(line, argument.value(), new Slot(id, argument.name()));
            }
        }
        gaps(line, type);
    }

    private static String tooMany(ProgramLine line, NodeType type) {
        return type.inputs().isEmpty()
                ? WORDS.text("programReader.takesNoInputsWrittenAs", line.type())
                : WORDS.text(
                        "programReader.noInputAfterWrittenAs",
                        line.type(),
                        type.inputs().get(type.inputs().size() - 1).name());
    }

    private void connect(ProgramLine line, String text, Slot slot) {
        int dot = text.indexOf('.');
        String name = dot < 0 ? text : text.substring(0, dot);
        Node node = NodeId.legal(name) ? nodes.get(NodeId.of(name)) : null;
        if (broken.contains(name)) {
            return;
        }
        if (node == null) {
            mistake(
                    line.number(),
                    text.isEmpty()
                            ? WORDS.text("programReader.noNodeHere")
                            : WORDS.text("programReader.thereNoNode", name));
            return;
        }
        String port = dot < 0 ? node.type().outputs().get(0).name() : text.substring(dot + 1);
        if (node.type().output(port).isEmpty()) {
            mistake(
                    line.number(),
                    WORDS.text(
                            "programReader.noOutput",
                            name,
                            port,
                            node.type().outputs().stream().map(OutPort::name).collect(Collectors.joining(", "))));
        } else if (edges.put(slot, new Edge(new Source(node.id(), port), slot)) != null) {
            mistake(line.number(), WORDS.text("programReader.inputGivenTwice", slot.port(), slot.node()));
        }
    }

    /** Inputs of a port that takes any number are counted without gaps. */
    private void gaps(ProgramLine line, NodeType type) {
        NodeId id = NodeId.of(line.name());
        for (InPort port : type.inputs()) {
            Set<Integer> used = new LinkedHashSet<>();
            edges.keySet().stream()
                    .filter(slot -> port.variadic() && slot.node().equals(id))
                    .forEach(slot -> port.indexOf(slot.port()).ifPresent(used::add));
            for (int i = 0; i < used.size(); i++) {
                if (!used.contains(i)) {
                    mistake(line.number(), WORDS.text("programReader.nextFreeInput", id, port.slot(i)));
                    return;
                }
            }
        }
    }

    private Reading reading() {
        NodeId chosen = root;
        if (chosen != null && !nodes.containsKey(chosen) && !broken.contains(chosen.name())) {
            mistake(rootLine, WORDS.text("programReader.thereNoNode", chosen));
        }
        List<Node> all = List.copyOf(nodes.values());
        List<Edge> drawn = List.copyOf(edges.values());
        List<NodeId> loop = mistakes.isEmpty() ? Graph.loop(all, drawn) : List.of();
        if (!loop.isEmpty()) {
            int last = loop.stream()
                    .mapToInt(id ->
                            java.util.Objects.requireNonNull(lines.get(id)).number())
                    .max()
                    .orElse(0);
            String way = loop.stream().map(NodeId::name).collect(Collectors.joining(" → "));
            mistake(last, WORDS.text("programReader.theseEdgesCloseLoop", way));
        }
        if (!mistakes.isEmpty()) {
            mistakes.sort(java.util.Comparator.comparingInt(Mistake::line));
            return new Reading.Refused(mistakes);
        }
        Map<NodeId, Integer> places = new LinkedHashMap<>();
        lines.forEach((id, line) -> places.put(id, line.number()));
        return new Reading.Understood(Graph.of(all, drawn).rooted(chosen), places);
    }

    private void mistake(int line, String sentence) {
        mistakes.add(new Mistake(line, sentence));
    }
}
