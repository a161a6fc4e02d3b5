package chainrule.editor.chain;

import chainrule.check.GradientCheck;
import chainrule.check.PlaceCheck;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.language.Phrases;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.function.IntConsumer;
import javax.swing.JPanel;

/** The relative error against the step size, both logarithmic: large steps cut corners, small ones lose digits. */
final class ErrorPlot extends JPanel {
    private static final Phrases WORDS = Phrases.of(ErrorPlot.class);
    private static final long serialVersionUID = 1;
    private static final double LEAST = 1e-14;

    private final transient List<PlaceCheck.StepSize> curve;
    private int marked;

    /**
     * @param chosen called with the index of the step size that is pressed or dragged to
     */
    ErrorPlot(List<PlaceCheck.StepSize> curve, IntConsumer chosen) {
        this.curve = List.copyOf(curve);
        setOpaque(false);
        setName("check.curve");
        setPreferredSize(UIScale.scale(new Dimension(200, 150)));
        getAccessibleContext().setAccessibleName(WORDS.text("plot.name"));
        MouseAdapter drag = new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                chosen.accept(indexAt(event.getX()));
            }

            @Override
            public void mouseDragged(MouseEvent event) {
                chosen.accept(indexAt(event.getX()));
            }
        };
        addMouseListener(drag);
        addMouseMotionListener(drag);
    }

    /** Marks a step size. */
    void mark(int index) {
        marked = index;
        repaint();
    }

    private int indexAt(int x) {
        Rectangle plot = plot();
        double share = 1 - (x - plot.x) / (double) Math.max(1, plot.width);
        return (int) Math.max(0, Math.min(curve.size() - 1, Math.round(share * (curve.size() - 1))));
    }

    private Rectangle plot() {
        int line = UIScale.scale(16);
        return new Rectangle(UIScale.scale(34), line, getWidth() - UIScale.scale(44), getHeight() - 2 * line);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setFont(Fonts.ui(UIScale.scale(10.5f), false));
        axes(g, plot());
        line(g, plot());
        g.dispose();
    }

    private void axes(Graphics2D g, Rectangle plot) {
        Colors colors = Colors.current();
        for (int decade = 0; decade >= -14; decade -= 2) {
            double y = y(plot, Math.pow(10, decade));
            g.setColor(colors.hairline());
            g.draw(new Line2D.Double(plot.x, y, plot.getMaxX(), y));
            if (decade % 4 == 0) {
                g.setColor(colors.quiet());
                g.drawString("1e" + decade, 0, (float) y + UIScale.scale(4f));
            }
        }
        g.setColor(colors.checked());
        double right = y(plot, GradientCheck.GREEN);
        g.draw(new Line2D.Double(plot.x, right, plot.getMaxX(), right));
        g.setColor(colors.quiet());
        float base = (float) plot.getMaxY() + UIScale.scale(13f);
        g.drawString("h = 1e-14", plot.x, base);
        String end = "h = 0.1";
        g.drawString(end, (float) plot.getMaxX() - g.getFontMetrics().stringWidth(end), base);
        g.drawString(WORDS.text("check.error"), plot.x, plot.y - UIScale.scale(4f));
    }

    private void line(Graphics2D g, Rectangle plot) {
        Colors colors = Colors.current();
        Path2D path = new Path2D.Double();
        for (int i = 0; i < curve.size(); i++) {
            double error = curve.get(i).error();
            if (Double.isNaN(error)) {
                continue;
            }
            double x = x(plot, i);
            double y = y(plot, error);
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        g.setColor(colors.gradient());
        g.setStroke(new BasicStroke(UIScale.scale(1.6f), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(path);
        g.setColor(colors.cursor());
        double x = x(plot, marked);
        g.draw(new Line2D.Double(x, plot.y, x, plot.getMaxY()));
        if (!Double.isNaN(curve.get(marked).error())) {
            double r = UIScale.scale(3.5f);
            double y = y(plot, curve.get(marked).error());
            g.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        }
    }

    private double x(Rectangle plot, int index) {
        return plot.getMaxX() - plot.width * (index / (double) (curve.size() - 1));
    }

    private static double y(Rectangle plot, double error) {
        double log = Math.log10(Math.max(LEAST, Math.min(1, error)));
        return plot.y + plot.height * (log / Math.log10(LEAST));
    }
}
