package chainrule.editor.training;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;
import chainrule.train.Training;
import chainrule.train.TrainingProblem;
import chainrule.train.UpdateRule;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** The learning rate of every step of a training, with the step that is looked at. */
final class RatePlot extends JComponent {
    private static final Phrases WORDS = Phrases.of(RatePlot.class);
    private static final long serialVersionUID = 1;
    private static final int POINTS = 240;
    private static final int HEIGHT = 54;

    private transient @Nullable Training shown;
    private transient double[] rates = {};
    private transient @Nullable UpdateRule rule;
    private int steps = 1;
    private int marked;

    RatePlot() {
        setName("rate.plot");
        setPreferredSize(UIScale.scale(new Dimension(200, HEIGHT)));
    }

    /** Shows the schedule of a training; nothing where it has a mistake or the rate stays the same. */
    void show(Training training) {
        if (!training.equals(shown)) {
            shown = training;
            rates = sampled(training);
            setVisible(!flat());
        }
    }

    /** Marks a step. */
    void mark(int step) {
        marked = Math.max(0, Math.min(steps - 1, step));
        getAccessibleContext().setAccessibleName(words());
        setToolTipText(words());
        repaint();
    }

    /** The rate of the marked step in words. */
    String words() {
        UpdateRule known = rule;
        return known == null
                ? WORDS.text("rate.none")
                : WORDS.text("rate.at", Digits.brief(known.rate(marked)), marked);
    }

    private double[] sampled(Training training) {
        steps = Math.max(1, training.steps());
        try {
            UpdateRule made = UpdateRule.of(training);
            rule = made;
            double[] result = new double[Math.min(steps, POINTS)];
            for (int i = 0; i < result.length; i++) {
                result[i] = made.rate(step(i, result.length));
            }
            return result;
        } catch (TrainingProblem mistake) {
            rule = null;
            return new double[0];
        }
    }

    private int step(int point, int points) {
        return points == 1 ? 0 : (int) ((long) point * (steps - 1) / (points - 1));
    }

    private boolean flat() {
        for (double rate : rates) {
            if (rate != rates[0]) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        UpdateRule known = rule;
        if (known != null && !flat()) {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            paint(g, known);
        }
        g.dispose();
    }

    private void paint(Graphics2D g, UpdateRule known) {
        Colors colors = Colors.current();
        g.setFont(Fonts.ui(UIScale.scale(10.5f), false));
        FontMetrics metrics = g.getFontMetrics();
        double top = metrics.getHeight() + UIScale.scale(2);
        double bottom = getHeight() - UIScale.scale(5);
        double most = 0;
        for (double rate : rates) {
            most = Math.max(most, rate);
        }
        Path2D line = new Path2D.Double();
        for (int i = 0; i < rates.length; i++) {
            double x = x(step(i, rates.length));
            double y = bottom - (bottom - top) * rates[i] / most;
            if (i == 0) {
                line.moveTo(x, y);
            }
            line.lineTo(x, y);
        }
        g.setColor(colors.hairline());
        g.draw(new java.awt.geom.Line2D.Double(x(0), bottom, x(steps - 1), bottom));
        g.setColor(colors.checked());
        g.setStroke(new BasicStroke(UIScale.scale(1.6f), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(line);
        double y = bottom - (bottom - top) * known.rate(marked) / most;
        double r = UIScale.scale(4f);
        g.setColor(colors.cursor());
        g.fill(new Ellipse2D.Double(x(marked) - r, y - r, 2 * r, 2 * r));
        g.setColor(colors.quiet());
        g.drawString(words(), 0, metrics.getAscent());
    }

    private double x(int step) {
        double edge = UIScale.scale(4f);
        return edge + (getWidth() - 1 - 2 * edge) * (steps == 1 ? 0 : step / (steps - 1.0));
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
}
