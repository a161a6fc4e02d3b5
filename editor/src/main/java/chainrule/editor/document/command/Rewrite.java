package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.Remarks;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.io.Layout;
import chainrule.io.Point;
import chainrule.language.Phrases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts another graph in the place of the document's, as when its text was edited. Nodes of the same name keep their
 * places; where one node goes and one comes on the same line, it has got another name; new nodes lie right of what
 * feeds them.
 */
public record Rewrite(String label, Graph graph) implements Command {
    private static final Phrases WORDS = Phrases.of(Rewrite.class);
    private static final double RIGHT = 260;
    private static final double DOWN = 130;

    /** With a label that says what is different. */
    public static Rewrite of(Graph before, Graph after) {
        List<NodeId> changed = new ArrayList<>();
        after.nodes().stream().filter(node -> differs(before, after, node)).forEach(node -> changed.add(node.id()));
        List<NodeId> gone = missing(before, after);
        List<NodeId> come = missing(after, before);
        if (gone.size() == 1 && changed.isEmpty()) {
            return new Rewrite(WORDS.text("nodes.delete", gone.get(0)), after);
        }
        if (come.size() == 1 && gone.isEmpty() && changed.size() == 1) {
            return new Rewrite(WORDS.text("node.add", come.get(0)), after);
        }
        return new Rewrite(
                changed.size() == 1 ? WORDS.text("node.change", changed.get(0)) : WORDS.text("text.edit"), after);
    }

    @Override
    public Document applied(Document document) {
        Graph before = document.graph();
        if (before.equals(graph)) {
            return document;
        }
        Map<NodeId, Optional<NodeId>> names = new HashMap<>();
        Layout layout = document.layout();
        Optional<NodeId> renamed = renamed(before);
        for (NodeId node : missing(before, graph)) {
            names.put(node, renamed);
            layout = renamed.isPresent() ? layout.renamed(node, renamed.get()) : layout.without(node);
        }
        Document next = document.with(document.file().with(layout)).with(graph);
        Layout placed = next.layout();
        for (NodeId node : missing(graph, before)) {
            if (renamed.isEmpty()) {
                placed = placed.placed(node, place(node, placed));
            }
        }
        return new Remarks(next.with(placed)).renamed(names);
    }

    private static boolean differs(Graph before, Graph after, Node node) {
        return !before.find(node.id()).filter(node::equals).isPresent()
                || !before.into(node.id()).equals(after.into(node.id()));
    }

    private static List<NodeId> missing(Graph from, Graph in) {
        return from.nodes().stream().map(Node::id).filter(id -> !in.has(id)).toList();
    }

    /** The new name of the one node that has got another. */
    private Optional<NodeId> renamed(Graph before) {
        List<NodeId> gone = missing(before, graph);
        List<NodeId> come = missing(graph, before);
        if (gone.size() != 1 || come.size() != 1) {
            return Optional.empty();
        }
        boolean sameLine = order(before).indexOf(gone.get(0)) == order(graph).indexOf(come.get(0));
        return sameLine ? Optional.of(come.get(0)) : Optional.empty();
    }

    private static List<NodeId> order(Graph graph) {
        return graph.nodes().stream().map(Node::id).toList();
    }

    private Point place(NodeId node, Layout layout) {
        List<Point> sources = graph.into(node).stream()
                .map(Edge::from)
                .map(source -> layout.at().get(source.node()))
                .filter(java.util.Objects::nonNull)
                .toList();
        double x = sources.stream().mapToDouble(Point::x).max().orElse(-RIGHT + 40) + RIGHT;
        double y = Math.round(sources.stream().mapToDouble(Point::y).average().orElse(40) / 20) * 20.0;
        Point wish = new Point(x, y);
        while (taken(wish, layout)) {
            wish = wish.plus(0, DOWN);
        }
        return wish;
    }

    private static boolean taken(Point place, Layout layout) {
        return layout.at().values().stream()
                .anyMatch(other ->
                        Math.abs(other.x() - place.x()) < RIGHT - 60 && Math.abs(other.y() - place.y()) < DOWN - 20);
    }
}
