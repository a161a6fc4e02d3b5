package chainrule.editor.canvas;

import chainrule.editor.session.Selection;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import java.awt.Point;
import java.awt.geom.Point2D;
import java.util.Optional;

/** Where what a canvas shows is seen, as points of the canvas. */
public record CanvasPlaces(GraphCanvas canvas) {
    /** Where the title of a node's card is; empty where the node is not shown. */
    public Optional<Point> titleOf(NodeId node) {
        return canvas.scene()
                .card(node)
                .map(c -> point(c.title().getCenterX(), c.title().getCenterY()));
    }

    /** Where the first selected node is; the middle of the canvas where none is selected. */
    public Point of(Selection selected) {
        return selected.nodes().stream()
                .findFirst()
                .or(() -> selected.edges().stream().findFirst().map(Slot::node))
                .flatMap(canvas.scene()::card)
                .map(card -> point(card.bounds().getCenterX(), card.bounds().getCenterY()))
                .orElseGet(() -> new Point(canvas.getWidth() / 2, canvas.getHeight() / 2));
    }

    /** Shows a node in the middle, at the zoom that there is. */
    public void center(NodeId node) {
        canvas.scene().card(node).map(Card::bounds).ifPresent(box -> canvas.camera()
                .show(new chainrule.io.Point(box.getCenterX(), box.getCenterY()), canvas.zoom()));
    }

    private Point point(double x, double y) {
        Point2D at = canvas.viewport().toComponent(new Point2D.Double(x, y));
        return new Point((int) Math.round(at.getX()), (int) Math.round(at.getY()));
    }
}
