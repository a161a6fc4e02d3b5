package chainrule.editor.canvas;

import chainrule.editor.document.RemarkId;
import chainrule.editor.theme.Colors;
import chainrule.graph.NodeId;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashSet;
import java.util.Set;

/** Draws a rubber band; nodes and notes that it touches and frames that lie in it are selected. */
final class BandGesture implements Gesture {
    private final GraphCanvas canvas;
    private final Point2D start;
    private final Set<NodeId> kept;
    private final Set<RemarkId> keptRemarks;
    private Rectangle2D band;

    /**
     * @param adds whether what is selected stays so, whatever the band touches
     */
    BandGesture(GraphCanvas canvas, Point2D start, boolean adds) {
        this.canvas = canvas;
        this.start = start;
        this.kept = adds ? canvas.selection().nodes() : Set.of();
        this.keptRemarks = adds ? canvas.selection().remarks() : Set.of();
        this.band = new Rectangle2D.Double(start.getX(), start.getY(), 0, 0);
    }

    @Override
    public void move(Point component, Point2D graph) {
        band = new Rectangle2D.Double(start.getX(), start.getY(), 0, 0);
        band.add(graph);
        Set<NodeId> touched = new LinkedHashSet<>(kept);
        canvas.scene().cards().stream().filter(c -> c.bounds().intersects(band)).forEach(c -> touched.add(c.id()));
        Set<RemarkId> inside = new LinkedHashSet<>(keptRemarks);
        canvas.scene().remarks().stream()
                .filter(r -> r.frame() ? band.contains(r.bounds()) : band.intersects(r.bounds()))
                .forEach(r -> inside.add(r.id()));
        canvas.selection().select(touched, Set.of(), inside);
        canvas.repaint();
    }

    @Override
    public void drop(Point component, Point2D graph) {
        canvas.repaint();
    }

    @Override
    public void paint(Graphics2D g, Colors colors, double zoom) {
        g.setColor(Colors.faint(colors.cursor(), 0.1));
        g.fill(band);
        g.setColor(colors.cursor());
        g.setStroke(new BasicStroke((float) (1 / zoom)));
        g.draw(band);
    }
}
