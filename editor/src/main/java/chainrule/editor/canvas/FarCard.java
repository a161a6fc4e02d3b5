package chainrule.editor.canvas;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.editor.theme.Tint;
import chainrule.tensor.Digits;
import chainrule.tensor.Tensor;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

/**
 * Paints cards as they are seen from far away: a box with a name and a number, or a box alone. There are many of them, so
 * that edges are not smoothed, and letters have one size on the screen whatever the zoom.
 */
final class FarCard {
    private static final double LETTERS = 10.5;

    private final Graphics2D g;
    private final Scene scene;
    private final Colors colors;
    private final double zoom;

    FarCard(Graphics2D g, Scene scene, double zoom) {
        this.g = g;
        this.scene = scene;
        this.colors = scene.colors();
        this.zoom = zoom;
    }

    /** The box with its border, which is at least a pixel wide. */
    void ground(Card card, Color line, double width) {
        Object before = g.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        double border = Math.max(width, 1 / zoom);
        g.setColor(line);
        box(card.bounds(), border / 2);
        g.setColor(paper(card));
        box(card.bounds(), -border / 2);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, before);
    }

    /** What is written on it. */
    void words(Card card, boolean signed) {
        if (zoom < NodePainter.BOX_ONLY) {
            return;
        }
        Optional<Tensor> value =
                scene.numbers().value(card.firstOutput()).filter(t -> t.shape().isScalar() && !card.collapsed());
        boolean hidden = scene.numbers().hidesValue(card.firstOutput()) && !card.collapsed();
        boolean numbered = value.isPresent() || hidden;
        double size = Math.min(numbered ? 36 : 46, LETTERS / zoom);
        Font font = Fonts.ui(size, true);
        Rectangle2D b = card.bounds();
        double middle = b.getCenterY() + size * 0.36;
        g.setColor(colors.text());
        String name = Lettering.fitted(card.id().last(), font, b.getWidth() - 10);
        letters(name, font, b.getCenterX(), numbered ? middle - size * 0.56 : middle);
        if (signed) {
            WarningSign.paint(g, colors, b.getMaxX() - 26, b.getY() + 6, 20);
        }
        if (hidden) {
            g.setColor(colors.value());
            letters(ChipText.HIDDEN, Fonts.mono(size * 0.95, false), b.getCenterX(), middle + size * 0.6);
        }
        value.ifPresent(t -> {
            g.setColor(t.isFinite() ? colors.value() : colors.problem());
            Font number = Fonts.mono(size * 0.95, false);
            letters(Digits.significant(t.item(), 3), number, b.getCenterX(), middle + size * 0.6);
        });
    }

    private Color paper(Card card) {
        Optional<Tint> tint = Tint.of(scene.document().layout().look(card.id()).color());
        if (tint.isPresent()) {
            return tint.get().ground(colors);
        }
        return zoom < NodePainter.BOX_ONLY
                ? Colors.mixed(colors.card(), colors.shelf(card.node().type().category()), 0.6)
                : colors.title(card.node().type().category());
    }

    /** A box without the last pixel of its corners. */
    private void box(Rectangle2D b, double grow) {
        double cut = zoom < NodePainter.BOX_ONLY ? 0 : 1 / zoom;
        double x = b.getX() - grow;
        double y = b.getY() - grow;
        double width = b.getWidth() + 2 * grow;
        double height = b.getHeight() + 2 * grow;
        g.fill(new Rectangle2D.Double(x + cut, y, width - 2 * cut, height));
        if (cut > 0) {
            g.fill(new Rectangle2D.Double(x, y + cut, width, height - 2 * cut));
        }
    }

    /** Centred letters, drawn in the pixels of the screen: their pictures serve every zoom. */
    private void letters(String text, Font font, double middle, double baseline) {
        double left = middle - Lettering.width(text, font) / 2;
        AffineTransform before = g.getTransform();
        double scale = Math.rint(before.getScaleX() / zoom * 1000) / 1000;
        Font steady = font.deriveFont((float) (Math.rint(font.getSize2D() * zoom * 4) / 4));
        g.setTransform(new AffineTransform(
                scale,
                0,
                0,
                scale,
                before.getScaleX() * left + before.getTranslateX(),
                before.getScaleY() * baseline + before.getTranslateY()));
        Lettering.left(g, text, steady, 0, 0);
        g.setTransform(before);
    }
}
