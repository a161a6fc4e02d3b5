package chainrule.editor;

import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.canvas.GraphPicture;
import chainrule.editor.canvas.PictureStyle;
import chainrule.editor.theme.Colors;
import java.awt.BorderLayout;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import org.jspecify.annotations.Nullable;

/** The canvas, above it the way to what is shown on it, and perhaps another graph beside it. */
final class CanvasPane extends JPanel {
    private static final long serialVersionUID = 1;

    private final GraphCanvas canvas;
    private final JPanel own = new JPanel(new BorderLayout());

    CanvasPane(GraphCanvas canvas, Breadcrumbs way) {
        super(new BorderLayout());
        this.canvas = canvas;
        own.add(way, BorderLayout.NORTH);
        own.add(canvas, BorderLayout.CENTER);
        add(own, BorderLayout.CENTER);
    }

    /** Shows a component in half of the place, on the right or, where the graph is a wide one, below; null shows none. */
    void beside(@Nullable JComponent other) {
        removeAll();
        if (other == null) {
            add(own, BorderLayout.CENTER);
        } else {
            boolean below = isWide();
            JSplitPane halves =
                    new JSplitPane(below ? JSplitPane.VERTICAL_SPLIT : JSplitPane.HORIZONTAL_SPLIT, own, other);
            halves.setName("compare.halves");
            halves.setResizeWeight(0.5);
            halves.setBorder(BorderFactory.createEmptyBorder());
            add(halves, BorderLayout.CENTER);
            halves.setDividerLocation((below ? getHeight() : getWidth()) / 2);
        }
        revalidate();
        repaint();
        validate();
        canvas.camera().fit();
    }

    /** Whether the graph fits better into the upper half than into the left one. */
    private boolean isWide() {
        GraphPicture all = GraphPicture.of(canvas, PictureStyle.of(Colors.current()));
        return all.width() * getHeight() > all.height() * getWidth();
    }

    GraphCanvas canvas() {
        return canvas;
    }

    /** Over which lists are opened. */
    JComponent keyboard() {
        return canvas.keyboard();
    }

    @Override
    public boolean requestFocusInWindow() {
        return canvas.requestFocusInWindow();
    }
}
