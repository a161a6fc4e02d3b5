package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.canvas.Arranging;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.canvas.Remarking;
import chainrule.editor.session.Workbench;
import javax.swing.SwingUtilities;

/** What is done on the canvas beyond adding, deleting and copying: wiring, arranging, remarks. */
final class CanvasActions {
    private CanvasActions() {}

    static void addTo(Actions actions, Workbench bench, GraphCanvas canvas) {
        WiringActions.addTo(actions, bench);
        ArrangeActions.addTo(actions, bench, new Arranging(canvas, Arranging.apart(), SwingUtilities::invokeLater));
        RemarkActions.addTo(actions, bench.selection(), new Remarking(canvas));
    }
}
