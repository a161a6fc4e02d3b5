package chainrule.editor.watch;

import chainrule.editor.theme.Colors;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Map;
import java.util.TreeMap;
import javax.swing.JComponent;

/** A small curve of one number over the steps of a training, with the step that is looked at. */
final class Sparkline extends JComponent {
    private static final long serialVersionUID = 1;

    private transient Map<Integer, Double> points = new TreeMap<>();
    private boolean gradient;
    private int steps = 1;
    private int marked = -1;

    Sparkline() {
        setPreferredSize(UIScale.scale(new Dimension(110, 26)));
    }

    /**
     * @param numbers by step
     * @param marked the step that is looked at; −1 for none
     */
    void show(Map<Integer, Double> numbers, boolean ofGradient, int last, int marked) {
        this.points = new TreeMap<>(numbers);
        this.gradient = ofGradient;
        this.steps = Math.max(1, last);
        this.marked = marked;
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : points.values()) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        Color color = gradient ? Colors.current().gradient() : Colors.current().value();
        Path2D line = new Path2D.Double();
        for (Map.Entry<Integer, Double> point : points.entrySet()) {
            if (Double.isFinite(point.getValue())) {
                double share = high == low ? 0.5 : (point.getValue() - low) / (high - low);
                double y = UIScale.scale(3f) + (getHeight() - UIScale.scale(6f)) * (1 - share);
                if (line.getCurrentPoint() == null) {
                    line.moveTo(x(point.getKey()), y);
                }
                line.lineTo(x(point.getKey()), y);
            }
        }
        g.setColor(Colors.current().hairline());
        g.drawLine(0, getHeight() - 1, getWidth(), getHeight() - 1);
        g.setColor(color);
        g.setStroke(new BasicStroke(UIScale.scale(1.4f), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(line);
        if (marked >= 0) {
            g.setColor(Colors.current().cursor());
            g.draw(new Line2D.Double(x(marked), 0, x(marked), getHeight()));
        }
        g.dispose();
    }

    private double x(int step) {
        return 1 + (getWidth() - 3.0) * Math.min(step, steps) / steps;
    }
}
