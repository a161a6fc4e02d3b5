package chainrule.editor.compare;

import chainrule.editor.part.Drawn;
import chainrule.editor.session.LossCurve;
import chainrule.editor.theme.Colors;
import chainrule.language.Phrases;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import javax.accessibility.AccessibleRole;

/** The losses of two trainings over their steps on one axis: the first as a line, the second in dashes. */
final class LossPair extends Drawn {
    private static final long serialVersionUID = 1;
    private static final Phrases WORDS = Phrases.of(LossPair.class);

    private transient LossCurve first = LossCurve.empty();
    private transient LossCurve second = LossCurve.empty();
    private int step;

    LossPair() {
        super(AccessibleRole.LABEL);
        setName("compare.curves");
        setPreferredSize(UIScale.scale(new Dimension(220, 48)));
        setToolTipText(WORDS.text("pair.tip"));
        getAccessibleContext().setAccessibleName(WORDS.text("pair.tip"));
    }

    /**
     * @param at the step that is looked at
     */
    void show(LossCurve one, LossCurve other, int at) {
        first = one;
        second = other;
        step = at;
        setVisible(one.points().size() > 1 || other.points().size() > 1);
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Colors colors = Colors.current();
        List<LossCurve.Point> all = new ArrayList<>(first.finite());
        all.addAll(second.finite());
        int steps = Math.max(1, Math.max(first.steps(), second.steps()));
        LossCurve.Axis axis = new LossCurve(steps, all).axis();
        g.setColor(colors.hairline());
        g.drawRect(0, 0, getWidth() - 1, getHeight() - 1);
        float wide = UIScale.scale(1.5f);
        draw(g, colors.value(), new BasicStroke(wide), line(first, axis, steps));
        float dash = UIScale.scale(4f);
        draw(
                g,
                colors.text(),
                new BasicStroke(wide, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {dash, dash}, 0),
                line(second, axis, steps));
        double x = x(step, steps);
        g.setColor(colors.cursor());
        g.setStroke(new BasicStroke(UIScale.scale(1f)));
        g.draw(new Line2D.Double(x, 1, x, getHeight() - 2));
        g.dispose();
    }

    private static void draw(Graphics2D g, Color color, BasicStroke stroke, Path2D line) {
        g.setColor(color);
        g.setStroke(stroke);
        g.draw(line);
    }

    private Path2D line(LossCurve curve, LossCurve.Axis axis, int steps) {
        Path2D line = new Path2D.Double();
        double margin = UIScale.scale(4f);
        for (LossCurve.Point point : curve.finite()) {
            double x = x(point.step(), steps);
            double y = getHeight() - margin - (getHeight() - 2 * margin) * axis.share(point.mean());
            if (line.getCurrentPoint() == null) {
                line.moveTo(x, y);
            }
            line.lineTo(x, y);
        }
        return line;
    }

    private double x(int at, int steps) {
        double margin = UIScale.scale(3f);
        return margin + (getWidth() - 2 * margin) * at / steps;
    }
}
