package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.Pins;
import chainrule.editor.document.RemarkId;
import chainrule.editor.document.Remarks;
import chainrule.graph.Edge;
import chainrule.graph.NodeId;
import chainrule.io.Frame;
import chainrule.io.Layout;
import chainrule.io.Point;
import chainrule.language.Phrases;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves nodes, frames and notes by a distance in canvas pixels. A frame takes its nodes along and the remarks that lie
 * on it; the reroute points of an edge move with both its ends.
 */
public record MoveNodes(Set<NodeId> nodes, Set<RemarkId> remarks, double dx, double dy) implements Command {
    private static final Phrases WORDS = Phrases.of(MoveNodes.class);

    public MoveNodes {
        nodes = Set.copyOf(nodes);
        remarks = Set.copyOf(remarks);
    }

    public MoveNodes(Set<NodeId> nodes, double dx, double dy) {
        this(nodes, Set.of(), dx, dy);
    }

    @Override
    public String label() {
        if (nodes.isEmpty()) {
            return WORDS.text(
                    "nodes.move",
                    remarks.size() == 1 ? remarks.iterator().next() : WORDS.text("command.remarks", remarks.size()));
        }
        int count = nodes.size() + remarks.size();
        return WORDS.text(
                "nodes.move",
                count == 1
                        ? nodes.iterator().next()
                        : WORDS.text(remarks.isEmpty() ? "command.nodes" : "command.things", count));
    }

    @Override
    public Optional<String> refusal(Document document) {
        return document.whyFixed().or(() -> remarks.isEmpty() ? new Pins(document).moving(nodes) : Optional.empty());
    }

    @Override
    public Document applied(Document document) {
        if (dx == 0 && dy == 0) {
            return document;
        }
        Remarks all = new Remarks(document);
        Set<RemarkId> moved = all.withThoseOn(remarks);
        Set<NodeId> carried = carried(all, moved);
        Document placed = document.with(placed(document, carried));
        Document framed = new Remarks(placed)
                .frames(f -> moved.contains(new RemarkId(f.id())) ? f.placed(shifted(f.at()), f.size()) : f);
        return new Remarks(framed)
                .notes(n -> moved.contains(new RemarkId(n.id())) ? n.placed(shifted(n.at()), n.size()) : n);
    }

    private Set<NodeId> carried(Remarks all, Set<RemarkId> moved) {
        Set<NodeId> carried = new HashSet<>(nodes);
        for (Frame frame : all.document().file().frames()) {
            if (moved.contains(new RemarkId(frame.id()))) {
                frame.nodes().stream().filter(all.document().graph()::has).forEach(carried::add);
            }
        }
        return new Pins(all.document()).free(carried);
    }

    private Layout placed(Document document, Set<NodeId> carried) {
        Layout layout = document.layout();
        for (NodeId node : carried) {
            layout = layout.placed(node, shifted(layout.of(node)));
        }
        for (Edge edge : document.graph().edges()) {
            List<Point> way = layout.via().getOrDefault(edge.to(), List.of());
            if (!way.isEmpty()
                    && carried.contains(edge.from().node())
                    && carried.contains(edge.to().node())) {
                layout = layout.through(
                        edge.to(), way.stream().map(this::shifted).toList());
            }
        }
        return layout;
    }

    private Point shifted(Point point) {
        return point.plus(dx, dy);
    }
}
