package chainrule.editor.canvas;

import chainrule.editor.document.Document;
import chainrule.editor.session.Evaluation;
import chainrule.editor.theme.Colors;
import chainrule.trace.TraceCursor;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document with its numbers as a picture, without a window. It paints on any {@link Graphics2D}. */
public final class GraphPicture {
    private static final double MARGIN = 40;
    private static final double PILL = 56;

    private final Scene scene;
    private final Optional<String> step;

    /**
     * @param cursor where in the pass; null for its end
     */
    public GraphPicture(Evaluation evaluation, @Nullable TraceCursor cursor, Colors colors) {
        Document document = evaluation.document();
        Numbers numbers = new Numbers(evaluation, cursor);
        this.scene = new Scene(document, numbers, Marks.none(), colors);
        this.step = numbers.marked().isPresent() ? numbers.cursor().flatMap(StepSentence::at) : Optional.empty();
    }

    /** Width of the picture in pixels at scale 1. */
    public double width() {
        return bounds().getWidth();
    }

    /** Height of the picture in pixels at scale 1. */
    public double height() {
        return bounds().getHeight();
    }

    /** Paints the picture with its corner at the origin. */
    public void paint(Graphics2D g, double scale) {
        Rectangle2D bounds = bounds();
        AffineTransform before = g.getTransform();
        g.scale(scale, scale);
        g.translate(-bounds.getX(), -bounds.getY());
        g.setColor(scene.colors().canvas());
        g.fill(bounds);
        ScenePainter painter = new ScenePainter(g, scene, scale, bounds);
        painter.grid();
        painter.paint();
        step.ifPresent(text -> ScenePainter.pill(g, scene.colors(), text, bounds.getCenterX(), bounds.getY() + 14));
        g.setTransform(before);
    }

    /** The picture as pixels. */
    public BufferedImage image(double scale) {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(width() * scale), (int) Math.ceil(height() * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        paint(g, scale);
        g.dispose();
        return image;
    }

    private Rectangle2D bounds() {
        Rectangle2D box = scene.bounds().orElse(new Rectangle2D.Double(0, 0, 200, 100));
        double top = MARGIN + (step.isPresent() ? PILL - 20 : 0);
        return new Rectangle2D.Double(
                box.getX() - MARGIN, box.getY() - top, box.getWidth() + 2 * MARGIN, box.getHeight() + MARGIN + top);
    }
}
