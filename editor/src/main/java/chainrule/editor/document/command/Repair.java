package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.io.Layout;
import chainrule.io.Point;
import java.util.List;

/**
 * Puts nodes between an output and an input whose shapes do not fit.
 *
 * @param label what is done: {@code Insert transpose before mm.b}
 * @param nodes the new nodes, and {@code at} their places
 * @param edges in the order in which they are drawn; the last leads into the input that did not fit
 */
public record Repair(String label, List<Node> nodes, List<Point> at, List<Edge> edges) implements Command {
    public Repair {
        nodes = List.copyOf(nodes);
        at = List.copyOf(at);
        edges = List.copyOf(edges);
    }

    @Override
    public Document applied(Document document) {
        Graph graph = document.graph();
        Layout layout = document.layout();
        for (int i = 0; i < nodes.size(); i++) {
            graph = graph.with(nodes.get(i));
            layout = layout.placed(nodes.get(i).id(), at.get(i));
        }
        for (Edge edge : edges) {
            graph = graph.connected(edge.from(), edge.to());
        }
        return document.with(layout).with(graph);
    }
}
