package chainrule.editor.stepper;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JPanel;

/** Time from left to right, with a cursor that can be dragged; read aloud as a slider. */
abstract class TimeStrip extends JPanel {
    private static final long serialVersionUID = 1;
    private static final double KNOB = 4.5;
    private static final double KNOB_AT = 6;

    private final int height;

    /**
     * @param height in pixels at 100 %
     * @param spoken what it is called where it is read aloud
     */
    TimeStrip(String name, int height, String spoken) {
        this.height = height;
        setOpaque(true);
        setName(name);
        setToolTipText("");
        getAccessibleContext().setAccessibleName(spoken);
        MouseAdapter drag = new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                dragTo(event.getX());
            }

            @Override
            public void mouseDragged(MouseEvent event) {
                dragTo(event.getX());
            }
        };
        addMouseListener(drag);
        addMouseMotionListener(drag);
    }

    /** The cursor is dragged to a place. */
    abstract void dragTo(int x);

    /** Where the cursor is, in words. */
    abstract String place();

    /** Paints what is on the ground. */
    abstract void paint(Graphics2D g);

    @Override
    public final Dimension getPreferredSize() {
        return new Dimension(UIScale.scale(200), UIScale.scale(height));
    }

    @Override
    public final Dimension getMinimumSize() {
        return new Dimension(UIScale.scale(100), UIScale.scale(height));
    }

    @Override
    protected final void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        paint(g);
        g.dispose();
    }

    /** Paints a cursor with its knob, down to a height, in the colour and with the line that are set. */
    static void paintCursor(Graphics2D g, double x, double below) {
        double knob = px(KNOB);
        g.draw(new Line2D.Double(x, px(KNOB_AT), x, below));
        g.fill(new Ellipse2D.Double(x - knob, px(KNOB_AT) - knob, 2 * knob, 2 * knob));
    }

    /** The room between the ends and where time begins and stops. */
    static double left() {
        return px(12);
    }

    static double px(double size) {
        return UIScale.scale((float) size);
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleTime();
        }
        return accessibleContext;
    }

    /** Reads the cursor's place aloud. */
    private final class AccessibleTime extends AccessibleJPanel {
        private static final long serialVersionUID = 1;

        @Override
        public AccessibleRole getAccessibleRole() {
            return AccessibleRole.SLIDER;
        }

        @Override
        public String getAccessibleDescription() {
            return place();
        }
    }
}
