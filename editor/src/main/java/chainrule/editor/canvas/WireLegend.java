package chainrule.editor.canvas;

import chainrule.editor.session.WireMode;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.tensor.Digits;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;

/** Says in a corner of the canvas what the colours and widths of wires tell: in one line where the canvas is small. */
final class WireLegend {
    private static final Font FONT = Fonts.ui(11, false);
    private static final Font BOLD = Fonts.ui(11, true);
    private static final double WIDTH = 168;
    private static final double LINE = 16;
    private static final double PAD = 10;
    private static final double EDGE = 12;
    private static final double SAMPLE = 40;
    private static final double ROOMY_WIDTH = 700;
    private static final double ROOMY_HEIGHT = 450;
    private static final int SAMPLES = 40;
    private static final int TYPES = 4;

    private WireLegend() {}

    /** How much of a canvas of this size it takes at the bottom. */
    static double height(WireMode mode, Dimension canvas) {
        return box(mode, canvas) + EDGE;
    }

    private static double box(WireMode mode, Dimension canvas) {
        return isRoomy(canvas) ? 2 * PAD + LINE * (mode == WireMode.TYPE ? TYPES + 1 : 3) : LINE + PAD;
    }

    private static boolean isRoomy(Dimension canvas) {
        return canvas.getWidth() >= ROOMY_WIDTH && canvas.getHeight() >= ROOMY_HEIGHT;
    }

    static void paint(Graphics2D g, WireInks inks, Colors colors, Dimension canvas) {
        double top = canvas.getHeight() - height(inks.mode(), canvas);
        boolean roomy = isRoomy(canvas);
        double width = roomy ? WIDTH : lineWidth(inks);
        RoundRectangle2D box = new RoundRectangle2D.Double(EDGE, top, width, box(inks.mode(), canvas), 12, 12);
        g.setColor(Colors.faint(colors.panel(), 0.94));
        g.fill(box);
        g.setColor(colors.hairline());
        g.setStroke(new BasicStroke(1f));
        g.draw(box);
        g.setColor(colors.text());
        if (!roomy) {
            line(g, inks, colors, top + (LINE + PAD) / 2);
        } else if (inks.mode() == WireMode.TYPE) {
            types(g, inks, colors, top + PAD);
        } else {
            magnitudes(g, inks, colors, top + PAD);
        }
    }

    private static void types(Graphics2D g, WireInks inks, Colors colors, double top) {
        double left = EDGE + PAD;
        Lettering.left(g, inks.mode().title(), BOLD, left, top + 9);
        for (int axes = 0; axes < TYPES; axes++) {
            double y = top + LINE * (axes + 1) + 5;
            sample(g, inks.type(axes), left, left + SAMPLE, y);
            g.setColor(colors.text());
            Lettering.left(g, WireMode.carried(axes), FONT, left + SAMPLE + PAD, y + 4);
        }
    }

    private static void magnitudes(Graphics2D g, WireInks inks, Colors colors, double top) {
        double left = EDGE + PAD;
        double right = EDGE + WIDTH - PAD;
        Lettering.left(g, inks.mode().title(), BOLD, left, top + 9);
        scale(g, inks, left, right, top + LINE + 6);
        g.setColor(colors.text());
        Lettering.left(g, low(inks), FONT, left, top + 2 * LINE + 9);
        Lettering.right(g, high(inks), FONT, right, top + 2 * LINE + 9);
    }

    /** All of it in one line: the title, and the samples with their words. */
    private static void line(Graphics2D g, WireInks inks, Colors colors, double y) {
        double x = EDGE + PAD;
        Lettering.left(g, inks.mode().title(), BOLD, x, y + 4);
        x += Lettering.width(inks.mode().title(), BOLD) + PAD;
        if (inks.mode() == WireMode.TYPE) {
            for (int axes = 0; axes < TYPES; axes++) {
                sample(g, inks.type(axes), x, x + SAMPLE / 2, y);
                g.setColor(colors.text());
                Lettering.left(g, WireMode.carried(axes), FONT, x + SAMPLE / 2 + PAD / 2, y + 4);
                x += typeWidth(axes);
            }
        } else {
            Lettering.left(g, low(inks), FONT, x, y + 4);
            x += Lettering.width(low(inks), FONT) + PAD / 2;
            scale(g, inks, x, x + SAMPLE, y);
            g.setColor(colors.text());
            Lettering.left(g, high(inks), FONT, x + SAMPLE + PAD / 2, y + 4);
        }
    }

    private static double lineWidth(WireInks inks) {
        double width = 3 * PAD + Lettering.width(inks.mode().title(), BOLD);
        if (inks.mode() == WireMode.TYPE) {
            for (int axes = 0; axes < TYPES; axes++) {
                width += typeWidth(axes);
            }
            return width - PAD;
        }
        return width + Lettering.width(low(inks), FONT) + Lettering.width(high(inks), FONT) + SAMPLE + PAD;
    }

    private static double typeWidth(int axes) {
        return SAMPLE / 2 + PAD / 2 + Lettering.width(WireMode.carried(axes), FONT) + PAD;
    }

    private static String low(WireInks inks) {
        return Digits.significant(inks.low(), 3);
    }

    private static String high(WireInks inks) {
        return Digits.significant(inks.high(), 3);
    }

    private static void scale(Graphics2D g, WireInks inks, double left, double right, double y) {
        double step = (right - left) / SAMPLES;
        for (int i = 0; i < SAMPLES; i++) {
            double x = left + i * step;
            sample(g, inks.magnitude(i / (SAMPLES - 1.0)), x, x + step + 0.5, y);
        }
    }

    private static void sample(Graphics2D g, WireInks.Ink ink, double from, double to, double y) {
        g.setColor(ink.color());
        g.setStroke(new BasicStroke((float) ink.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        g.draw(new Line2D.Double(from, y, to, y));
    }
}
