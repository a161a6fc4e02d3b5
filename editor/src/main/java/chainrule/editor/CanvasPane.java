package chainrule.editor;

import chainrule.editor.canvas.GraphCanvas;
import java.awt.BorderLayout;
import javax.swing.JPanel;

/** The canvas, and above it the way to what is shown on it. */
final class CanvasPane extends JPanel {
    private static final long serialVersionUID = 1;

    private final GraphCanvas canvas;

    CanvasPane(GraphCanvas canvas, Breadcrumbs way) {
        super(new BorderLayout());
        this.canvas = canvas;
        add(way, BorderLayout.NORTH);
        add(canvas, BorderLayout.CENTER);
    }

    @Override
    public boolean requestFocusInWindow() {
        return canvas.requestFocusInWindow();
    }
}
