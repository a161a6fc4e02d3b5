package chainrule.editor.picture;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.ImageObserver;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Graphics that write SVG. Words and numbers stay text, which can be searched, copied and edited; the letters of
 * formulas come from fonts that no other program has, and become outlines. Everything has its place on the page
 * itself: no element carries a transform.
 */
public final class SvgGraphics extends ShapeGraphics {
    private static final double SAME = 1e-9;

    private final SvgPage page;

    /** An empty page, in pixels. */
    public SvgGraphics(double width, double height) {
        this(new SvgPage(width, height), blank());
    }

    private SvgGraphics(SvgPage page, Graphics2D state) {
        super(state);
        this.page = page;
    }

    /**
     * The page as a document.
     *
     * @param title what it shows, read out by assistive tools
     */
    public String document(String title) {
        return page.document(title);
    }

    @Override
    public void fill(Shape shape) {
        Rectangle2D box = shape.getBounds2D();
        if (box.getWidth() > 0 || box.getHeight() > 0) {
            page.add(SvgShape.of(shape, getTransform()), clipped() + " " + ink("fill"));
        }
    }

    @Override
    public void draw(Shape shape) {
        if (!(getStroke() instanceof BasicStroke stroke) || !isEven()) {
            fill(getStroke().createStrokedShape(shape));
            return;
        }
        String line = " fill=\"none\" " + ink("stroke") + SvgShape.stroke(stroke, size());
        page.add(SvgShape.of(shape, getTransform()), clipped() + line);
    }

    @Override
    public void drawString(String text, float x, float y) {
        Font font = getFont();
        if (text.isBlank()) {
            return;
        }
        if (!SvgText.isCommon(font) || !isEven()) {
            fill(font.createGlyphVector(getFontRenderContext(), text).getOutline(x, y));
            return;
        }
        Point2D at = getTransform().transform(new Point2D.Float(x, y), null);
        page.text(SvgText.of(text, font, at, size()), clipped() + " " + ink("fill"));
    }

    @Override
    public boolean drawImage(Image image, AffineTransform at, @Nullable ImageObserver observer) {
        AffineTransform whole = getTransform();
        whole.concatenate(at);
        page.add(SvgShape.image(image, whole), clipped());
        return true;
    }

    @Override
    public Graphics create() {
        return new SvgGraphics(page, (Graphics2D) state().create());
    }

    /** The colour as attributes. */
    private String ink(String what) {
        Color color = getColor();
        double opacity = color.getAlpha() / 255.0;
        if (getComposite() instanceof AlphaComposite composite) {
            opacity *= composite.getAlpha();
        }
        String ink = String.format(Locale.ROOT, "%s=\"#%06x\"", what, color.getRGB() & 0xFFFFFF);
        return opacity > 1 - SAME ? ink : ink + " " + what + "-opacity=\"" + SvgShape.number(opacity) + "\"";
    }

    private String clipped() {
        Shape clip = getClip();
        return clip == null ? "" : page.clip(getTransform().createTransformedShape(clip));
    }

    /** Whether a circle stays a circle and upright letters stay upright. */
    private boolean isEven() {
        AffineTransform at = getTransform();
        return Math.abs(at.getShearX()) < SAME
                && Math.abs(at.getShearY()) < SAME
                && at.getScaleX() > 0
                && Math.abs(at.getScaleX() - at.getScaleY()) < SAME;
    }

    private double size() {
        return getTransform().getScaleX();
    }
}
