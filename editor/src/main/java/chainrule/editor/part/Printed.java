package chainrule.editor.part;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import org.scilab.forge.jlatexmath.TeXIcon;

/**
 * A formula as it is printed. Where it is wider than its place it is broken into lines between its parts, and a part that
 * is wider alone is made smaller.
 */
public final class Printed extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int BETWEEN_PARTS = 2;
    private static final int BETWEEN_LINES = 4;

    private final transient List<TeXIcon> parts;

    /**
     * @param text what the formula says, for those who hear it
     */
    public Printed(List<TeXIcon> parts, String text) {
        this.parts = List.copyOf(parts);
        setOpaque(false);
        setToolTipText(text);
        getAccessibleContext().setAccessibleName(text);
    }

    @Override
    public Dimension getPreferredSize() {
        List<Line> lines = lines();
        double width = lines.stream().mapToDouble(Line::width).max().orElse(0);
        double height = lines.stream().mapToDouble(Line::height).sum() + gap(BETWEEN_LINES) * (lines.size() - 1);
        return new Dimension((int) Math.ceil(width), (int) Math.ceil(height));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        double top = 0;
        for (Line line : lines()) {
            line.paint((Graphics2D) graphics, this, top);
            top += line.height() + gap(BETWEEN_LINES);
        }
    }

    private List<Line> lines() {
        double room = getWidth() > 0 ? getWidth() : Double.MAX_VALUE;
        List<Line> lines = new ArrayList<>();
        List<TeXIcon> line = new ArrayList<>();
        double width = 0;
        for (TeXIcon part : parts) {
            if (!line.isEmpty() && width + gap(BETWEEN_PARTS) + part.getIconWidth() > room) {
                lines.add(new Line(line, room));
                line = new ArrayList<>();
                width = 0;
            }
            width += (line.isEmpty() ? 0 : gap(BETWEEN_PARTS)) + part.getIconWidth();
            line.add(part);
        }
        lines.add(new Line(line, room));
        return lines;
    }

    private static int gap(int pixels) {
        return UIScale.scale(pixels);
    }

    /** Parts on one baseline. */
    private record Line(List<TeXIcon> parts, double room) {
        double scale() {
            return Math.min(1, room / Math.max(1, bare()));
        }

        double width() {
            return bare() * scale();
        }

        double height() {
            return (above() + below()) * scale();
        }

        void paint(Graphics2D graphics, Printed on, double top) {
            Graphics2D g = (Graphics2D) graphics.create();
            g.translate(0, top);
            g.scale(scale(), scale());
            int x = 0;
            for (TeXIcon part : parts) {
                part.paintIcon(on, g, x, above() - part.getIconHeight() + part.getIconDepth());
                x += part.getIconWidth() + gap(BETWEEN_PARTS);
            }
            g.dispose();
        }

        private double bare() {
            return parts.stream().mapToInt(TeXIcon::getIconWidth).sum() + gap(BETWEEN_PARTS) * (parts.size() - 1.0);
        }

        private int above() {
            return parts.stream()
                    .mapToInt(part -> part.getIconHeight() - part.getIconDepth())
                    .max()
                    .orElse(0);
        }

        private int below() {
            return parts.stream().mapToInt(TeXIcon::getIconDepth).max().orElse(0);
        }
    }
}
