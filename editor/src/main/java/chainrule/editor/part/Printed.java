package chainrule.editor.part;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.Icon;
import javax.swing.JPanel;

/** A formula as it is printed; made smaller where it is wider than its place. */
public final class Printed extends JPanel {
    private static final long serialVersionUID = 1;

    private final transient Icon formula;

    /**
     * @param text what the formula says, for those who hear it
     */
    public Printed(Icon formula, String text) {
        this.formula = formula;
        setOpaque(false);
        setToolTipText(text);
        getAccessibleContext().setAccessibleName(text);
    }

    @Override
    public Dimension getPreferredSize() {
        int width = formula.getIconWidth();
        double scale = getWidth() > 0 ? scale() : 1;
        return new Dimension((int) Math.ceil(width * scale), (int) Math.ceil(formula.getIconHeight() * scale));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.scale(scale(), scale());
        formula.paintIcon(this, g, 0, 0);
        g.dispose();
    }

    private double scale() {
        return Math.min(1, getWidth() / (double) Math.max(1, formula.getIconWidth()));
    }
}
