package chainrule.lessons;

import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.op.Catalog;
import chainrule.program.ProgramReader;
import chainrule.program.ProgramWriter;
import chainrule.program.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A change of a graph, as one line of its program.
 *
 * @param place the node whose line is meant; with a + before it, the line is put after that node's
 * @param line the new line; empty deletes the node
 */
public record LineEdit(String place, String line) {
    /**
     * A graph with edits made to it, in their order. Nodes that stay keep their labels.
     *
     * @throws IllegalArgumentException where a node is not there or the outcome cannot be read
     */
    public static Graph applied(List<LineEdit> edits, Graph graph, Catalog catalog) {
        List<String> lines = new ArrayList<>(ProgramWriter.text(graph).lines().toList());
        edits.forEach(edit -> edit.change(lines));
        if (!(ProgramReader.read(String.join("\n", lines), catalog, graph) instanceof Reading.Understood read)) {
            throw new IllegalArgumentException("these lines are no graph: " + lines);
        }
        Graph after = read.graph();
        for (Node before : graph.nodes()) {
            NodeId id = before.id();
            if (!before.label().isEmpty()
                    && after.has(id)
                    && after.node(id).label().isEmpty()) {
                after = after.with(after.node(id).withLabel(before.label()));
            }
        }
        return after;
    }

    private void change(List<String> lines) {
        boolean after = place.startsWith("+");
        int at = find(lines, after ? place.substring(1) : place);
        if (after) {
            lines.add(at + 1, line);
        } else if (line.isEmpty()) {
            lines.remove(at);
        } else {
            lines.set(at, line);
        }
    }

    private static int find(List<String> lines, String node) {
        Pattern form = Pattern.compile(Pattern.quote(node) + "\\s*=.*");
        for (int i = 0; i < lines.size(); i++) {
            if (form.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        throw new IllegalArgumentException("no line is that of " + node);
    }
}
