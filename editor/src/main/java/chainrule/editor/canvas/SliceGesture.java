package chainrule.editor.canvas;

import chainrule.editor.document.command.Delete;
import chainrule.editor.theme.Colors;
import chainrule.graph.Edge;
import chainrule.graph.Slot;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Cuts the edges that a line crosses which is drawn over them. */
final class SliceGesture implements Gesture {
    private final GraphCanvas canvas;
    private final List<Point2D> line = new ArrayList<>();
    private final Set<Slot> cut = new LinkedHashSet<>();

    SliceGesture(GraphCanvas canvas, Point2D start) {
        this.canvas = canvas;
        line.add(start);
    }

    @Override
    public void move(Point component, Point2D graph) {
        Line2D last = new Line2D.Double(line.get(line.size() - 1), graph);
        line.add(graph);
        Scene scene = canvas.scene();
        for (Edge edge : scene.document().graph().edges()) {
            if (scene.curve(edge.to())
                    .filter(curve -> crosses(curve.points(), last))
                    .isPresent()) {
                cut.add(edge.to());
            }
        }
    }

    @Override
    public void drop(Point component, Point2D graph) {
        move(component, graph);
        if (!cut.isEmpty()) {
            canvas.perform(new Delete(Set.of(), cut));
        }
    }

    @Override
    public void paint(Graphics2D g, Colors colors, double zoom) {
        g.setColor(colors.problem());
        g.setStroke(EdgePainter.dashed(3, 7, 4));
        cut.forEach(slot -> canvas.scene().curve(slot).ifPresent(curve -> g.draw(curve.path())));
        Path2D path = new Path2D.Double();
        path.moveTo(line.get(0).getX(), line.get(0).getY());
        line.forEach(p -> path.lineTo(p.getX(), p.getY()));
        g.setStroke(EdgePainter.line(1.5 / zoom));
        g.draw(path);
    }

    private static boolean crosses(List<Point2D> way, Line2D stroke) {
        for (int i = 1; i < way.size(); i++) {
            if (stroke.intersectsLine(new Line2D.Double(way.get(i - 1), way.get(i)))) {
                return true;
            }
        }
        return false;
    }
}
