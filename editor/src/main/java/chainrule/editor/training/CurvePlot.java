package chainrule.editor.training;

import chainrule.editor.session.LossCurve;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.function.IntConsumer;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;

/** The loss against the steps: a line, and behind it how far the losses of neighbouring steps lie apart. */
final class CurvePlot extends JComponent {
    private static final Phrases WORDS = Phrases.of(CurvePlot.class);
    private static final long serialVersionUID = 1;
    private static final double FONT = 10.5;

    private transient LossCurve curve = LossCurve.empty();
    private int steps;
    private int marked = -1;

    /**
     * @param go called with the step that a place on the curve stands for when it is pressed or dragged to
     */
    CurvePlot(IntConsumer go) {
        setName("loss.curve");
        MouseAdapter drag = new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                go.accept(stepAt(event.getX()));
            }

            @Override
            public void mouseDragged(MouseEvent event) {
                go.accept(stepAt(event.getX()));
            }
        };
        addMouseListener(drag);
        addMouseMotionListener(drag);
        setPreferredSize(UIScale.scale(new Dimension(200, 130)));
    }

    /** Shows a curve on an axis of so many steps. */
    void show(LossCurve changed, int expected) {
        curve = changed;
        steps = Math.max(expected, changed.steps());
        getAccessibleContext().setAccessibleName(words());
        repaint();
    }

    /** Marks a step; −1 marks none. */
    void mark(int step) {
        if (step != marked) {
            marked = step;
            repaint();
        }
    }

    private int stepAt(int x) {
        return (int) Math.max(0, Math.round(x / (double) Math.max(1, getWidth() - 1) * Math.max(1, steps)));
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new Picture();
        }
        return accessibleContext;
    }

    /** A picture to those who hear the window. */
    private final class Picture extends AccessibleJComponent {
        private static final long serialVersionUID = 1;

        @Override
        public AccessibleRole getAccessibleRole() {
            return AccessibleRole.CANVAS;
        }
    }

    private String words() {
        if (curve.points().isEmpty()) {
            return WORDS.text("curve.none");
        }
        double first = curve.points().get(0).mean();
        double last = curve.points().get(curve.points().size() - 1).mean();
        return WORDS.text("curve.name", curve.steps(), Digits.brief(first), Digits.brief(last));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setFont(Fonts.ui(UIScale.scale((float) FONT), false));
        Colors colors = Colors.current();
        int line = g.getFontMetrics().getHeight();
        Rectangle plot = new Rectangle(0, line, getWidth() - 1, Math.max(1, getHeight() - 2 * line - UIScale.scale(2)));
        g.setColor(colors.hairline());
        g.drawLine(plot.x, plot.y + plot.height, plot.x + plot.width, plot.y + plot.height);
        g.setColor(colors.quiet());
        if (curve.points().isEmpty()) {
            center(g, WORDS.text("curve.empty"), plot);
        } else {
            paint(g, colors, plot);
        }
        g.dispose();
    }

    private void paint(Graphics2D g, Colors colors, Rectangle plot) {
        LossCurve.Axis axis = curve.axis();
        FontMetrics metrics = g.getFontMetrics();
        String top = WORDS.text(axis.isLogarithmic() ? "curve.logarithmic" : "curve.loss", Digits.brief(axis.high()));
        g.drawString(top, plot.x, metrics.getAscent());
        String low = Digits.brief(axis.low());
        int base = plot.y + plot.height + metrics.getAscent() + UIScale.scale(2);
        g.drawString(low, plot.x, base);
        String end = WORDS.text("curve.step", steps);
        g.drawString(end, plot.x + plot.width - metrics.stringWidth(end), base);
        Path2D line = new Path2D.Double();
        Path2D band = new Path2D.Double();
        List<LossCurve.Point> points = curve.finite();
        for (LossCurve.Point point : points) {
            to(line, x(plot, point), y(plot, axis, point.mean()));
            to(band, x(plot, point), y(plot, axis, point.high()));
        }
        for (int i = points.size() - 1; i >= 0; i--) {
            to(band, x(plot, points.get(i)), y(plot, axis, points.get(i).low()));
        }
        g.setColor(colors.valueGround());
        g.fill(band);
        g.setColor(colors.value());
        g.setStroke(new BasicStroke(UIScale.scale(1.6f), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(line);
        if (marked >= 0) {
            double x = plot.x + plot.width * (marked / (double) Math.max(1, steps));
            g.setColor(colors.cursor());
            g.draw(new Line2D.Double(x, plot.y, x, plot.y + (double) plot.height));
            g.setColor(colors.value());
        }
        if (!points.isEmpty()) {
            LossCurve.Point last = points.get(points.size() - 1);
            double r = UIScale.scale(3f);
            g.fill(new java.awt.geom.Ellipse2D.Double(x(plot, last) - r, y(plot, axis, last.mean()) - r, 2 * r, 2 * r));
        }
    }

    private double x(Rectangle plot, LossCurve.Point point) {
        return plot.x + plot.width * (point.step() / (double) Math.max(1, steps));
    }

    private static double y(Rectangle plot, LossCurve.Axis axis, double loss) {
        return plot.y + plot.height * (1 - axis.share(loss));
    }

    private static void to(Path2D path, double x, double y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }

    private static void center(Graphics2D g, String text, Rectangle plot) {
        FontMetrics metrics = g.getFontMetrics();
        g.drawString(
                text,
                plot.x + Math.max(0, (plot.width - metrics.stringWidth(text)) / 2),
                plot.y + (plot.height + metrics.getAscent()) / 2);
    }
}
