package chainrule.editor.health;

import java.awt.Dimension;
import javax.swing.BorderFactory;
import javax.swing.JScrollPane;

/** Shows a strip as wide as there is room, and scrolls it sideways where its bars would get too thin. */
final class SidewaysPane extends JScrollPane {
    private static final long serialVersionUID = 1;

    SidewaysPane(BarStrip strip) {
        super(strip, VERTICAL_SCROLLBAR_NEVER, HORIZONTAL_SCROLLBAR_AS_NEEDED);
        setBorder(BorderFactory.createEmptyBorder());
        setOpaque(false);
        getViewport().setOpaque(false);
    }

    @Override
    public Dimension getPreferredSize() {
        boolean scrolls = getWidth() > 0 && getViewport().getView().getPreferredSize().width > getWidth();
        int bar = scrolls ? getHorizontalScrollBar().getPreferredSize().height : 0;
        return new Dimension(1, getViewport().getView().getPreferredSize().height + bar);
    }
}
