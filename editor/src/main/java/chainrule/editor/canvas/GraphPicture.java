package chainrule.editor.canvas;

import chainrule.editor.document.Document;
import chainrule.editor.document.RemarkId;
import chainrule.editor.session.Evaluation;
import chainrule.editor.theme.Colors;
import chainrule.graph.NodeId;
import chainrule.trace.Trace;
import chainrule.trace.TraceCursor;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A graph with its numbers as a picture, without a window. It paints on any {@link Graphics2D}. */
public final class GraphPicture {
    /** Room for the sentence of a step. */
    private static final double PILL = 36;

    private final Scene scene;
    private final Part part;
    private final PictureStyle style;
    private final Optional<String> step;
    private final Rectangle2D bounds;

    /**
     * @param cursor where in the pass; null for its end
     */
    public GraphPicture(Evaluation evaluation, @Nullable TraceCursor cursor, Colors colors) {
        this(evaluation, cursor, PictureStyle.of(colors));
    }

    /**
     * @param cursor where in the pass; null for its end
     */
    public GraphPicture(Evaluation evaluation, @Nullable TraceCursor cursor, PictureStyle style) {
        this(evaluation.document(), new Numbers(evaluation, cursor), Marks.none(), Part.all(), style);
    }

    private GraphPicture(Document document, Numbers numbers, Marks marks, Part part, PictureStyle style) {
        this.style = style;
        this.part = part;
        this.scene = new Scene(document, numbers, marks, style.colors(), part);
        this.step = numbers.marked().isPresent() ? numbers.cursor().flatMap(StepSentence::at) : Optional.empty();
        this.bounds = bounds();
    }

    private GraphPicture(GraphPicture like, Numbers numbers, String caption) {
        this.style = like.style;
        this.part = like.part;
        this.scene = new Scene(like.scene.document(), numbers, like.scene.marks(), style.colors(), part);
        this.step = Optional.of(caption).filter(text -> !text.isEmpty());
        this.bounds = bounds();
    }

    private GraphPicture(GraphPicture like, Rectangle2D bounds) {
        this.style = like.style;
        this.part = like.part;
        this.scene = like.scene;
        this.step = like.step;
        this.bounds = bounds;
    }

    /**
     * What a canvas shows: the same graph or inside of a node, at the same step, with the same numbers unfolded. The
     * picture can be painted on any one thread.
     */
    public static GraphPicture of(GraphCanvas canvas, PictureStyle style) {
        return of(canvas.scene(), Part.all(), style);
    }

    /** What is selected on a canvas, with the edges among it. */
    public static GraphPicture ofSelection(GraphCanvas canvas, PictureStyle style) {
        Set<NodeId> nodes = canvas.selection().nodes();
        Set<RemarkId> remarks = canvas.selection().remarks();
        return of(canvas.scene(), new Part(false, nodes, remarks), style);
    }

    private static GraphPicture of(Scene seen, Part part, PictureStyle style) {
        Marks marks = Marks.none()
                .unfolding(seen.marks().unfolded())
                .styled(seen.marks().style());
        return new GraphPicture(seen.document(), seen.numbers().again(), marks, part, style);
    }

    /** The same graph at the end of another pass of it, without a step that is marked, and with a sentence above it. */
    public GraphPicture after(Trace pass, String caption) {
        return new GraphPicture(this, scene.numbers().after(pass), caption);
    }

    /** The same graph at a place of any pass of it; the step before it is marked, and a sentence is above it. */
    public GraphPicture at(TraceCursor place, String caption) {
        return new GraphPicture(this, scene.numbers().filmed(place), caption);
    }

    /** The same picture with more or less around it. */
    public GraphPicture within(Rectangle2D box) {
        return new GraphPicture(this, box);
    }

    /** What of the canvas is in the picture. */
    public Rectangle2D box() {
        return (Rectangle2D) bounds.clone();
    }

    /** Width of the picture in pixels at scale 1. */
    public double width() {
        return bounds.getWidth();
    }

    /** Height of the picture in pixels at scale 1. */
    public double height() {
        return bounds.getHeight();
    }

    /** Paints the picture in full detail with its corner at the origin. */
    public void paint(Graphics2D g) {
        paint(g, 1, 1);
    }

    /** Paints the picture with its corner at the origin; small, it leaves out what could not be read. */
    public void paint(Graphics2D g, double scale) {
        paint(g, scale, scale);
    }

    /** The picture as pixels. */
    public BufferedImage image(double scale) {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(width() * scale),
                (int) Math.ceil(height() * scale),
                style.transparent() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        if (!style.transparent()) {
            g.setColor(style.colors().canvas());
            g.fillRect(0, 0, image.getWidth(), image.getHeight());
        }
        paint(g, scale);
        g.dispose();
        return image;
    }

    /**
     * @param detail how large the picture is seen, which decides what is left out
     */
    private void paint(Graphics2D g, double scale, double detail) {
        AffineTransform before = g.getTransform();
        g.scale(scale, scale);
        g.translate(-bounds.getX(), -bounds.getY());
        if (!style.transparent()) {
            g.setColor(scene.colors().canvas());
            g.fill(bounds);
        }
        ScenePainter painter = new ScenePainter(g, scene, detail, bounds);
        if (style.dots()) {
            painter.grid();
        }
        painter.paint();
        double top = bounds.getY() + Math.max(2, style.margin() - 26);
        step.ifPresent(text -> ScenePainter.pill(g, scene.colors(), text, bounds.getCenterX(), top));
        g.setTransform(before);
    }

    private Rectangle2D bounds() {
        Rectangle2D box = scene.extent().orElse(new Rectangle2D.Double(0, 0, 200, 100));
        double margin = style.margin();
        double above = margin + (step.isPresent() ? PILL : 0);
        double sentence = step.map(ScenePainter::pillWidth).orElse(0.0);
        double beside = Math.max(margin, (sentence - box.getWidth()) / 2);
        return whole(new Rectangle2D.Double(
                box.getX() - beside,
                box.getY() - above,
                box.getWidth() + 2 * beside,
                box.getHeight() + margin + above));
    }

    /** Grown to whole pixels, so that a picture of twice the size has twice the pixels. */
    private static Rectangle2D whole(Rectangle2D box) {
        double left = Math.floor(box.getX());
        double top = Math.floor(box.getY());
        return new Rectangle2D.Double(left, top, Math.ceil(box.getMaxX()) - left, Math.ceil(box.getMaxY()) - top);
    }
}
