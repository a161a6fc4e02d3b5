package chainrule.editor.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Polygon;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import org.jspecify.annotations.Nullable;

/** Graphics on which everything is a filled shape, a stroked shape, a line of text or an image. */
abstract class ShapeGraphics extends StateGraphics {
    /**
     * @param state what is set is kept in it; nothing is painted on it
     */
    ShapeGraphics(Graphics2D state) {
        super(state);
    }

    @Override
    public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        fill(glyphs.getOutline(x, y));
    }

    @Override
    public void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawString(AttributedCharacterIterator text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        fill(new java.awt.font.TextLayout(text, getFontRenderContext())
                .getOutline(AffineTransform.getTranslateInstance(x, y)));
    }

    @Override
    public void drawLine(int x1, int y1, int x2, int y2) {
        draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void fillRect(int x, int y, int width, int height) {
        fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void clearRect(int x, int y, int width, int height) {
        Paint before = getPaint();
        setPaint(getBackground());
        fillRect(x, y, width, height);
        setPaint(before);
    }

    @Override
    public void drawRoundRect(int x, int y, int width, int height, int across, int down) {
        draw(new RoundRectangle2D.Double(x, y, width, height, across, down));
    }

    @Override
    public void fillRoundRect(int x, int y, int width, int height, int across, int down) {
        fill(new RoundRectangle2D.Double(x, y, width, height, across, down));
    }

    @Override
    public void drawOval(int x, int y, int width, int height) {
        draw(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void fillOval(int x, int y, int width, int height) {
        fill(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void drawArc(int x, int y, int width, int height, int from, int extent) {
        draw(new Arc2D.Double(x, y, width, height, from, extent, Arc2D.OPEN));
    }

    @Override
    public void fillArc(int x, int y, int width, int height, int from, int extent) {
        fill(new Arc2D.Double(x, y, width, height, from, extent, Arc2D.PIE));
    }

    @Override
    public void drawPolyline(int[] xs, int[] ys, int count) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < count; i++) {
            if (i == 0) {
                path.moveTo(xs[i], ys[i]);
            } else {
                path.lineTo(xs[i], ys[i]);
            }
        }
        draw(path);
    }

    @Override
    public void drawPolygon(int[] xs, int[] ys, int count) {
        draw(new Polygon(xs, ys, count));
    }

    @Override
    public void fillPolygon(int[] xs, int[] ys, int count) {
        fill(new Polygon(xs, ys, count));
    }

    @Override
    public void drawImage(BufferedImage image, BufferedImageOp change, int x, int y) {
        drawImage(change == null ? image : change.filter(image, null), x, y, null);
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform at) {
        throw new UnsupportedOperationException("images are drawn as java.awt.Image");
    }

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform at) {
        throw new UnsupportedOperationException("images are drawn as java.awt.Image");
    }

    @Override
    public boolean drawImage(Image image, int x, int y, @Nullable ImageObserver observer) {
        return drawImage(image, AffineTransform.getTranslateInstance(x, y), observer);
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, @Nullable ImageObserver observer) {
        AffineTransform at = AffineTransform.getTranslateInstance(x, y);
        at.scale((double) width / image.getWidth(null), (double) height / image.getHeight(null));
        return drawImage(image, at, observer);
    }

    @Override
    public boolean drawImage(Image image, int x, int y, Color ground, @Nullable ImageObserver observer) {
        return drawImage(image, x, y, observer);
    }

    @Override
    public boolean drawImage(
            Image image, int x, int y, int width, int height, Color ground, @Nullable ImageObserver observer) {
        return drawImage(image, x, y, width, height, observer);
    }

    @Override
    public boolean drawImage(
            Image image,
            int dx1,
            int dy1,
            int dx2,
            int dy2,
            int sx1,
            int sy1,
            int sx2,
            int sy2,
            @Nullable ImageObserver observer) {
        BufferedImage part =
                new BufferedImage(Math.max(1, sx2 - sx1), Math.max(1, sy2 - sy1), BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = part.createGraphics();
        g.drawImage(image, -sx1, -sy1, null);
        g.dispose();
        return drawImage(part, dx1, dy1, dx2 - dx1, dy2 - dy1, observer);
    }

    @Override
    public boolean drawImage(
            Image image,
            int dx1,
            int dy1,
            int dx2,
            int dy2,
            int sx1,
            int sy1,
            int sx2,
            int sy2,
            Color ground,
            @Nullable ImageObserver observer) {
        return drawImage(image, dx1, dy1, dx2, dy2, sx1, sy1, sx2, sy2, observer);
    }
}
