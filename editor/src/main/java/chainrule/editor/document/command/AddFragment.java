package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.io.Layout;
import chainrule.io.Point;
import java.util.List;

/** Adds copied nodes, already named anew, with the edges among them; {@code word} begins the label: Paste, Duplicate. */
public record AddFragment(String word, List<Node> nodes, List<Point> at, List<Edge> edges) implements Command {
    public AddFragment {
        nodes = List.copyOf(nodes);
        at = List.copyOf(at);
        edges = List.copyOf(edges);
    }

    @Override
    public String label() {
        return word + " " + (nodes.size() == 1 ? nodes.get(0).id().name() : nodes.size() + " nodes");
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
        return document.with(graph).with(layout);
    }
}
