package chainrule.editor.canvas;

import chainrule.editor.session.WireMode;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.tensor.Digits;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;

/** Says in a corner of the canvas what the colours and widths of wires tell. */
final class WireLegend {
    private static final Font FONT = Fonts.ui(11, false);
    private static final Font BOLD = Fonts.ui(11, true);
    private static final double WIDTH = 168;
    private static final double LINE = 16;
    private static final double PAD = 10;
    private static final int SAMPLES = 40;
    private static final int TYPES = 4;

    private WireLegend() {}

    /**
     * @param bottom the lower edge of the canvas
     */
    static void paint(Graphics2D g, WireInks inks, Colors colors, double bottom) {
        boolean types = inks.mode() == WireMode.TYPE;
        double height = 2 * PAD + LINE * (types ? TYPES + 1 : 3);
        double left = 12;
        double top = bottom - height - 12;
        g.setColor(Colors.faint(colors.panel(), 0.94));
        g.fill(new RoundRectangle2D.Double(left, top, WIDTH, height, 12, 12));
        g.setColor(colors.hairline());
        g.setStroke(new BasicStroke(1f));
        g.draw(new RoundRectangle2D.Double(left, top, WIDTH, height, 12, 12));
        g.setColor(colors.text());
        Lettering.left(g, inks.mode().title(), BOLD, left + PAD, top + PAD + 9);
        for (int axes = 0; types && axes < TYPES; axes++) {
            double y = top + PAD + LINE * (axes + 1) + 5;
            sample(g, inks.type(axes), left + PAD, left + PAD + 40, y);
            g.setColor(colors.text());
            Lettering.left(g, WireMode.carried(axes), FONT, left + PAD + 50, y + 4);
        }
        if (!types) {
            double step = (WIDTH - 2 * PAD) / SAMPLES;
            for (int i = 0; i < SAMPLES; i++) {
                double x = left + PAD + i * step;
                sample(g, inks.magnitude(i / (SAMPLES - 1.0)), x, x + step + 0.5, top + PAD + LINE + 6);
            }
            g.setColor(colors.text());
            double base = top + PAD + 2 * LINE + 9;
            Lettering.left(g, Digits.significant(inks.low(), 3), FONT, left + PAD, base);
            Lettering.right(g, Digits.significant(inks.high(), 3), FONT, left + WIDTH - PAD, base);
        }
    }

    private static void sample(Graphics2D g, WireInks.Ink ink, double from, double to, double y) {
        g.setColor(ink.color());
        g.setStroke(new BasicStroke((float) ink.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        g.draw(new Line2D.Double(from, y, to, y));
    }
}
