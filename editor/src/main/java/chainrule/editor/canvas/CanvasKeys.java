package chainrule.editor.canvas;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** The keys of the canvas, bound to the control itself, so that no panel around it takes them. */
final class CanvasKeys {
    private static final double STEP = Grid.PITCH;
    private static final double LEAP = 10 * Grid.PITCH;

    private final GraphCanvas canvas;
    private final CanvasEdits edits;
    private final JComponent control;

    private CanvasKeys(GraphCanvas canvas, JComponent control) {
        this.canvas = canvas;
        this.edits = new CanvasEdits(canvas);
        this.control = control;
    }

    static void install(GraphCanvas canvas, JComponent control) {
        control.setFocusTraversalKeysEnabled(false);
        CanvasKeys keys = new CanvasKeys(canvas, control);
        keys.bind(keys.edits::delete, "DELETE", "BACK_SPACE");
        keys.bind(keys.edits::selectAll, "ctrl A", "meta A");
        keys.bind(keys.edits::duplicate, "ctrl D", "meta D");
        keys.bind(canvas.asking()::addAtPointer, "TAB", "shift A");
        keys.bind(keys.edits::escape, "ESCAPE");
        keys.bind(canvas.camera()::fitSelection, "F");
        keys.bind(canvas.camera()::fit, "HOME", "1");
        keys.bind(() -> canvas.camera().zoomTo(1), "0");
        keys.nudge("LEFT", -1, 0);
        keys.nudge("RIGHT", 1, 0);
        keys.nudge("UP", 0, -1);
        keys.nudge("DOWN", 0, 1);
    }

    private void nudge(String key, int x, int y) {
        bind(() -> edits.arrow(STEP, x, y), key);
        bind(() -> edits.arrow(LEAP, x, y), "shift " + key);
        bind(() -> altArrow(x, y), "alt " + key);
    }

    /** Where nothing is selected, left and right go through what was seen; inside an opened node up goes out of it. */
    private void altArrow(int x, int y) {
        if (x != 0 && canvas.selection().isEmpty()) {
            canvas.camera().turn(x);
        } else if (y >= 0 || !canvas.turning().up()) {
            edits.arrow(1, x, y);
        }
    }

    private void bind(Runnable action, String... keys) {
        for (String key : keys) {
            control.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(key), "canvas " + key);
            control.getActionMap().put("canvas " + key, new AbstractAction() {
                private static final long serialVersionUID = 1;

                @Override
                public void actionPerformed(ActionEvent e) {
                    action.run();
                }
            });
        }
    }
}
