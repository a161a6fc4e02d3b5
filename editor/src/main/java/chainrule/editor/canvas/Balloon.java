package chainrule.editor.canvas;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** A sentence beside the pointer: what a gesture would do, or why it cannot. */
record Balloon(String text, Kind kind) {
    /** What the sentence says about the gesture. */
    enum Kind {
        /** It can be done. */
        FINE,
        /** It can be done, and leaves a problem. */
        WARNING,
        /** It cannot be done. */
        REFUSAL
    }

    private static final int WIDTH = 300;

    /** Paints beside a place, inside a component of some size. */
    void paint(Graphics2D g, Colors colors, java.awt.geom.Point2D at, Dimension size) {
        Font font = Fonts.ui(12, false);
        String sign = kind == Kind.REFUSAL ? "✕  " : kind == Kind.WARNING ? "!  " : "";
        List<String> lines = Lettering.wrapped(sign + text, font, WIDTH, 4);
        double width =
                lines.stream().mapToDouble(l -> Lettering.width(l, font)).max().orElse(0) + 20;
        double height = lines.size() * 16 + 12;
        double x = Math.max(4, Math.min(at.getX() + 16, size.getWidth() - width - 4));
        double y = at.getY() + 18 + height > size.getHeight() ? at.getY() - height - 12 : at.getY() + 18;
        Color ink = kind == Kind.FINE ? colors.quiet() : colors.problem();
        RoundRectangle2D box = new RoundRectangle2D.Double(x, y, width, height, 12, 12);
        g.setColor(colors.panel());
        g.fill(box);
        g.setColor(kind == Kind.FINE ? colors.hairline() : ink);
        g.setStroke(new BasicStroke(1.2f));
        g.draw(box);
        g.setColor(kind == Kind.FINE ? colors.text() : ink);
        for (int i = 0; i < lines.size(); i++) {
            Lettering.left(g, lines.get(i), font, x + 10, y + 18 + i * 16);
        }
    }
}
