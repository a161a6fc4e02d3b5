package chainrule.editor.health;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.health.Bounds;
import chainrule.tensor.Digits;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Paints a row of bars on a logarithmic scale, with bounds: a bar beyond one has a sign, not a colour alone. */
final class StripPainter {
    private static final float FONT = 10f;
    private static final double MARGIN = 0.14;

    private final Graphics2D g;
    private final BarStrip strip;
    private final Colors colors = Colors.current();
    private final LogAxis axis;
    private final double top = UIScale.scale(12f);
    private final double bottom;

    StripPainter(Graphics graphics, BarStrip strip) {
        this.g = (Graphics2D) graphics;
        this.strip = strip;
        this.axis = LogAxis.of(strip.bars().stream().map(Bar::size).toList(), strip.limits());
        this.bottom = strip.getHeight() - UIScale.scale(3f);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setFont(Fonts.ui(UIScale.scale(FONT), false));
    }

    void paint() {
        g.setColor(colors.hairline());
        g.draw(new Line2D.Double(0, y(1), strip.getWidth(), y(1)));
        outside(strip.limits().exploding(), true);
        outside(strip.limits().vanishing(), false);
        for (int i = 0; i < strip.bars().size(); i++) {
            bar(strip.bars().get(i), i);
        }
        line(strip.limits().exploding());
        line(strip.limits().vanishing());
        g.setColor(colors.hairline());
        g.draw(new Line2D.Double(0, bottom, strip.getWidth(), bottom));
        if (strip.isFocusOwner()) {
            g.setColor(colors.cursor());
            g.setStroke(new BasicStroke(UIScale.scale(1f)));
            g.draw(new Rectangle2D.Double(0.5, 0.5, strip.getWidth() - 1.0, strip.getHeight() - 1.0));
        }
    }

    private double y(double number) {
        return bottom - axis.share(number) * (bottom - top);
    }

    /** What lies beyond a bound has a ground of its own. */
    private void outside(double bound, boolean above) {
        double y = y(bound);
        g.setColor(Colors.faint(colors.problem(), 0.07));
        g.fill(new Rectangle2D.Double(0, above ? 0 : y, strip.getWidth(), above ? y : bottom - y));
    }

    /** A bound with its number above the line. */
    private void line(double bound) {
        double y = y(bound);
        g.setColor(colors.problem());
        float dash = UIScale.scale(3f);
        g.setStroke(new BasicStroke(
                UIScale.scale(1f), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {dash, dash}, 0));
        g.draw(new Line2D.Double(0, y, strip.getWidth(), y));
        String text = Digits.brief(bound);
        FontMetrics metrics = g.getFontMetrics();
        double left = strip.getVisibleRect().x + UIScale.scale(2f);
        double base = y - UIScale.scale(2f);
        g.setColor(Colors.faint(colors.panel(), 0.85));
        g.fill(new Rectangle2D.Double(
                left - 1, base - metrics.getAscent() + 1, metrics.stringWidth(text) + 3.0, metrics.getAscent()));
        g.setColor(colors.problem());
        g.drawString(text, (float) left, (float) base);
    }

    private void bar(Bar bar, int index) {
        double left = strip.left(index);
        double width = strip.left(index + 1) - left;
        double margin = Math.max(0.5, width * MARGIN);
        if (index == strip.marked()) {
            g.setColor(colors.now());
            g.fill(new Rectangle2D.Double(left, 0, width, strip.getHeight()));
        }
        if (bar.known().isEmpty()) {
            dash(left + margin, width - 2 * margin);
            return;
        }
        Bounds.Verdict verdict = bar.verdict(strip.limits());
        double y = y(bar.size());
        g.setColor(verdict.isBad() ? colors.problem() : ink());
        g.fill(new Rectangle2D.Double(left + margin, y, width - 2 * margin, Math.max(1, bottom - y)));
        if (verdict.isBad()) {
            sign(left + width / 2, y - UIScale.scale(3f), verdict != Bounds.Verdict.VANISHING);
        } else if (verdict == Bounds.Verdict.NOTHING) {
            zero(left + width / 2, Math.min(width / 2 - 0.5, UIScale.scale(2.5f)));
        }
    }

    private Color ink() {
        return colors.gradient();
    }

    /** A gradient that is not there yet. */
    private void dash(double left, double width) {
        g.setColor(colors.hairline());
        g.fill(new Rectangle2D.Double(left, bottom - UIScale.scale(2f), width, UIScale.scale(2f)));
    }

    /** A small ring: 0 has no place on a logarithmic scale. */
    private void zero(double middle, double radius) {
        double y = bottom - radius - UIScale.scale(3f);
        g.setColor(colors.quiet());
        g.setStroke(new BasicStroke(UIScale.scale(1f)));
        g.draw(new java.awt.geom.Ellipse2D.Double(middle - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** A triangle that points up or down. */
    private void sign(double middle, double base, boolean up) {
        double r = UIScale.scale(3f);
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(middle, up ? base - 1.6 * r : base);
        triangle.lineTo(middle - r, up ? base : base - 1.6 * r);
        triangle.lineTo(middle + r, up ? base : base - 1.6 * r);
        triangle.closePath();
        g.fill(triangle);
    }
}
