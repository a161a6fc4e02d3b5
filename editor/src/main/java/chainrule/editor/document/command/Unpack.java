package chainrule.editor.document.command;

import chainrule.editor.document.Columns;
import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Validation;
import chainrule.io.Layout;
import chainrule.io.Point;
import chainrule.language.Phrases;
import chainrule.op.Catalog;
import java.util.Map;
import java.util.Optional;

/**
 * Puts what is inside a node in its place. Every value and every gradient stays what it was; parameters keep how they
 * are drawn, or the numbers that they learned.
 *
 * @param catalog the types that can stand in a graph; parts of other types are unpacked, too
 */
public record Unpack(NodeId block, Catalog catalog) implements Command {
    private static final Phrases WORDS = Phrases.of(Unpack.class);

    /** Why a node cannot be unpacked, as a sentence; empty where it can. */
    public static Optional<String> refusal(Document document, NodeId block, Catalog catalog) {
        if (!document.graph().type(block).opens()) {
            return Optional.of(WORDS.text("unpack.plain", block));
        }
        try {
            Unpacking.of(document.graph(), Validation.of(document.graph()), block, catalog);
            return Optional.empty();
        } catch (chainrule.op.ShapeProblem problem) {
            return Optional.of(problem.sentence());
        }
    }

    @Override
    public String label() {
        return WORDS.text("block.unpack", block);
    }

    @Override
    public Document applied(Document document) {
        Graph before = document.graph();
        Unpacking unpacked = Unpacking.of(before, Validation.of(before), block, catalog);
        Point corner = document.at(block);
        Map<NodeId, Point> places = new Columns(unpacked.graph(), unpacked.parts()).places(corner);
        double right = places.values().stream().mapToDouble(Point::x).max().orElse(corner.x());
        Layout layout = document.layout();
        for (NodeId other : layout.at().keySet()) {
            Point at = layout.of(other);
            if (before.has(other) && at.x() > corner.x() && !other.equals(block)) {
                layout = layout.placed(other, at.plus(right - corner.x(), 0));
            }
        }
        layout = layout.without(block);
        for (Map.Entry<NodeId, Point> place : places.entrySet()) {
            layout = layout.placed(place.getKey(), place.getValue());
        }
        return document.with(layout).with(unpacked.graph()).with(layout);
    }
}
