package chainrule.editor.health;

import chainrule.editor.part.Drawn;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.health.Histogram;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseEvent;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import javax.accessibility.AccessibleRole;
import javax.swing.ToolTipManager;
import org.jspecify.annotations.Nullable;

/** How the values of a node, or its gradients, are spread. */
final class HistogramPlot extends Drawn {
    private static final long serialVersionUID = 1;
    private static final Phrases WORDS = Phrases.of(HistogramPlot.class);

    private final boolean gradient;
    private transient @Nullable Histogram shown;

    HistogramPlot(boolean gradient) {
        super(AccessibleRole.CANVAS);
        this.gradient = gradient;
        setName(gradient ? "health.gradients" : "health.values");
        setPreferredSize(UIScale.scale(new Dimension(100, 74)));
        ToolTipManager.sharedInstance().registerComponent(this);
    }

    /** Shows a histogram; null where there is nothing to show. Of one number there is nothing to see. */
    void show(@Nullable Histogram histogram) {
        shown = histogram;
        getAccessibleContext().setAccessibleName(words());
        setVisible(histogram != null && histogram.total() > 1);
        repaint();
    }

    /** What is shown, in a sentence. */
    String words() {
        Histogram histogram = shown;
        if (histogram == null) {
            return "";
        }
        String range = WORDS.count(
                gradient ? "spread.gradients" : "spread.values",
                histogram.total(),
                Digits.brief(histogram.low()),
                Digits.brief(histogram.high()),
                histogram.zeros());
        return histogram.nonFinite() == 0
                ? range
                : range + " " + WORDS.count("spread.nonFinite", histogram.nonFinite());
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent event) {
        Histogram histogram = shown;
        if (histogram == null || getWidth() == 0) {
            return null;
        }
        int ranges = histogram.counts().size();
        int range = Math.max(0, Math.min(ranges - 1, event.getX() * ranges / getWidth()));
        return WORDS.count(
                "spread.range",
                histogram.counts().get(range),
                Digits.brief(histogram.from(range)),
                Digits.brief(histogram.from(range + 1)));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Histogram histogram = shown;
        if (histogram == null) {
            return;
        }
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setFont(Fonts.mono(UIScale.scale(10f), false));
        FontMetrics metrics = g.getFontMetrics();
        Colors colors = Colors.current();
        double bottom = getHeight() - metrics.getHeight() - UIScale.scale(1f);
        g.setColor(gradient ? colors.gradient() : colors.value());
        int ranges = histogram.counts().size();
        double width = getWidth() / (double) Math.max(ranges, 12);
        double start = (getWidth() - width * ranges) / 2;
        for (int i = 0; i < ranges; i++) {
            int count = histogram.counts().get(i);
            double height = count == 0 ? 0 : Math.max(UIScale.scale(1.5f), (bottom - 2) * count / histogram.most());
            g.fill(new Rectangle2D.Double(start + i * width + 0.5, bottom - height, Math.max(1, width - 1), height));
        }
        g.setColor(colors.hairline());
        g.draw(new Line2D.Double(0, bottom, getWidth(), bottom));
        g.setColor(colors.quiet());
        int base = getHeight() - metrics.getDescent();
        String low = Digits.brief(histogram.low());
        if (ranges == 1) {
            g.drawString(low, (getWidth() - metrics.stringWidth(low)) / 2, base);
        } else {
            String high = Digits.brief(histogram.high());
            g.drawString(low, 0, base);
            g.drawString(high, getWidth() - metrics.stringWidth(high), base);
        }
        g.dispose();
    }
}
