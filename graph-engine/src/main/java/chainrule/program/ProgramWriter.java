package chainrule.program;

import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.LiteralText;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes graphs as programs: {@code z = scale(y, factor=3)}. What feeds the inputs comes first, in the order of the
 * ports, by name from the first free one on; then the settings that are not the initial ones. A label follows as
 * {@code as "…"}, then {@code bypassed}, {@code muted} or {@code held 3}. The root, where one is chosen, has a line of its own.
 */
public final class ProgramWriter {
    static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Graph graph;

    private ProgramWriter(Graph graph) {
        this.graph = graph;
    }

    /** The program of a graph, each line ended. */
    public static String text(Graph graph) {
        ProgramWriter writer = new ProgramWriter(graph);
        StringBuilder text = new StringBuilder();
        graph.nodes().forEach(node -> text.append(writer.line(node)).append('\n'));
        graph.chosenRoot().ifPresent(root -> text.append("root ").append(root).append('\n'));
        return text.toString();
    }

    private String line(Node node) {
        List<String> arguments = new ArrayList<>(inputs(node));
        node.ownSettings().literals().forEach((name, literal) -> {
            boolean plain = NAME.matcher(name).matches()
                    && node.type().param(name).isPresent()
                    && node.type().input(name).isEmpty();
            arguments.add((plain ? name : LiteralText.quoted(name)) + "=" + LiteralText.of(literal));
        });
        StringBuilder line = new StringBuilder()
                .append(node.id())
                .append(" = ")
                .append(node.type().id())
                .append('(')
                .append(String.join(", ", arguments))
                .append(')');
        if (!node.label().isEmpty()) {
            line.append(" as ").append(LiteralText.quoted(node.label()));
        }
        switch (node.type().presence()) {
            case ACTIVE -> {}
            case BYPASSED, MUTED ->
                line.append(' ').append(node.type().presence().name().toLowerCase(Locale.ROOT));
            case HELD -> line.append(" held ").append(LiteralText.of(node.heldAt()));
        }
        return line.toString();
    }

    private List<String> inputs(Node node) {
        List<String> written = new ArrayList<>();
        boolean named = false;
        for (InPort port : node.type().inputs()) {
            int count = port.variadic() ? graph.count(node.id(), port) : 1;
            for (int i = 0; i < count; i++) {
                Optional<Edge> edge = graph.into(new Slot(node.id(), port.slot(i)));
                if (edge.isPresent()) {
                    String source = source(edge.get().from());
                    written.add(named ? port.slot(i) + "=" + source : source);
                } else {
                    named = true;
                }
            }
            named |= port.variadic();
        }
        return written;
    }

    private String source(Source source) {
        NodeType type = graph.type(source.node());
        boolean first = type.outputs().get(0).name().equals(source.port());
        return first ? source.node().name() : source.node() + "." + source.port();
    }
}
