package chainrule.editor.palette;

import chainrule.editor.theme.Colors;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Line2D;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/** The corner by which a popup is made larger or smaller. */
final class SizeGrip extends JComponent {
    private static final long serialVersionUID = 1;
    private static final int SIDE = 14;
    private static final int LEAST_WIDTH = 280;
    private static final int LEAST_HEIGHT = 200;

    private final JComponent popup;
    private final transient Consumer<Dimension> sized;

    /**
     * @param sized told the new size when it is let go
     */
    SizeGrip(JComponent popup, Consumer<Dimension> sized) {
        this.popup = popup;
        this.sized = sized;
        setName("search.size");
        setCursor(Cursor.getPredefinedCursor(Cursor.SE_RESIZE_CURSOR));
        MouseAdapter drag = new MouseAdapter() {
            @Override
            public void mouseDragged(MouseEvent event) {
                resize(event);
            }

            @Override
            public void mouseReleased(MouseEvent event) {
                SizeGrip.this.sized.accept(popup.getSize());
            }
        };
        addMouseListener(drag);
        addMouseMotionListener(drag);
    }

    private void resize(MouseEvent event) {
        Point corner = SwingUtilities.convertPoint(this, event.getPoint(), popup);
        int gap = UIScale.scale(SIDE / 2);
        popup.setSize(
                Math.max(UIScale.scale(LEAST_WIDTH), corner.x + gap),
                Math.max(UIScale.scale(LEAST_HEIGHT), corner.y + gap));
        popup.revalidate();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(UIScale.scale(SIDE), UIScale.scale(SIDE));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Colors.current().quiet());
        g.setStroke(new BasicStroke(UIScale.scale(1.2f)));
        for (int i = 1; i <= 2; i++) {
            double by = UIScale.scale(4f * i);
            g.draw(new Line2D.Double(getWidth() - by, getHeight() - 1, getWidth() - 1, getHeight() - by));
        }
        g.dispose();
    }
}
