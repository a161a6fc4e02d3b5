package chainrule.editor;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.awt.Cursor;
import java.awt.Graphics;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.IntConsumer;
import javax.swing.JComponent;
import javax.swing.UIManager;

/** The line between two panels, which can be dragged. */
final class Grip extends JComponent {
    private static final long serialVersionUID = 1;
    private static final int WIDTH = 7;

    private final boolean upright;
    private boolean hot;

    /**
     * @param upright whether the line is vertical
     * @param dragged gets how far the line was dragged, in pixels
     */
    Grip(boolean upright, IntConsumer dragged) {
        this.upright = upright;
        setCursor(Cursor.getPredefinedCursor(upright ? Cursor.E_RESIZE_CURSOR : Cursor.N_RESIZE_CURSOR));
        MouseAdapter mouse = new MouseAdapter() {
            @Override
            public void mouseDragged(MouseEvent event) {
                int middle = (upright ? getWidth() : getHeight()) / 2;
                dragged.accept((upright ? event.getX() : event.getY()) - middle);
            }

            @Override
            public void mouseEntered(MouseEvent event) {
                heat(true);
            }

            @Override
            public void mouseExited(MouseEvent event) {
                heat(false);
            }
        };
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
    }

    /** Lies around a line: at a place across it, from a place along it over a length. */
    void lie(int across, int along, int length) {
        int width = UIScale.scale(WIDTH);
        if (upright) {
            setBounds(across - width / 2, along, width, length);
        } else {
            setBounds(along, across - width / 2, length, width);
        }
    }

    @Override
    protected void paintComponent(Graphics g) {
        Color color = UIManager.getColor(hot ? "Component.focusedBorderColor" : "Separator.foreground");
        g.setColor(color);
        int line = Math.max(1, UIScale.scale(1));
        if (upright) {
            g.fillRect(getWidth() / 2, 0, line, getHeight());
        } else {
            g.fillRect(0, getHeight() / 2, getWidth(), line);
        }
    }

    private void heat(boolean on) {
        hot = on;
        repaint();
    }
}
