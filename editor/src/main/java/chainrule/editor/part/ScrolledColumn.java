package chainrule.editor.part;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;

/** A column that is scrolled up and down, and as wide as what it is seen through. */
public final class ScrolledColumn extends JPanel implements Scrollable {
    private static final long serialVersionUID = 1;

    public ScrolledColumn() {
        super(new Column(16));
        setOpaque(false);
    }

    @Override
    public Dimension getPreferredSize() {
        Component viewport = getParent();
        if (viewport != null && viewport.getWidth() > 0 && viewport.getWidth() != getWidth()) {
            setSize(viewport.getWidth(), Math.max(1, getHeight()));
        }
        return super.getPreferredSize();
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return new Dimension(UIScale.scale(320), UIScale.scale(600));
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return UIScale.scale(20);
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return orientation == SwingConstants.VERTICAL ? visible.height - UIScale.scale(20) : visible.width;
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return false;
    }
}
