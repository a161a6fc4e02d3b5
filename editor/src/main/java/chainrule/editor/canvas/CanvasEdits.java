package chainrule.editor.canvas;

import chainrule.editor.document.Document;
import chainrule.editor.document.RemarkId;
import chainrule.editor.document.command.AddFragment;
import chainrule.editor.document.command.Delete;
import chainrule.editor.document.command.MoveNodes;
import chainrule.editor.session.Selection;
import chainrule.graph.NodeId;
import chainrule.io.Clipping;
import chainrule.language.Phrases;
import java.util.LinkedHashSet;
import java.util.Set;

/** What can be done to the selection of a canvas. */
public final class CanvasEdits {
    private static final Phrases WORDS = Phrases.of(CanvasEdits.class);
    private static final double ASIDE = 40;

    private final GraphCanvas canvas;

    public CanvasEdits(GraphCanvas canvas) {
        this.canvas = canvas;
    }

    /** Deletes what is selected. */
    public void delete() {
        Selection selection = canvas.selection();
        if (!selection.isEmpty()) {
            canvas.perform(new Delete(selection.nodes(), selection.edges(), selection.remarks()));
        }
    }

    public void selectAll() {
        Set<NodeId> nodes = new LinkedHashSet<>();
        canvas.document().graph().nodes().forEach(n -> nodes.add(n.id()));
        Set<RemarkId> remarks = new LinkedHashSet<>();
        canvas.scene().remarks().forEach(r -> remarks.add(r.id()));
        canvas.selection().select(nodes, Set.of(), remarks);
    }

    /** Copies the selected nodes beside themselves, with the edges among them, and selects the copies. */
    public void duplicate() {
        if (canvas.refuses()) {
            return;
        }
        Document document = canvas.document();
        Clipping copies = document.clipping(canvas.selection().nodes(), Set.of())
                .detached()
                .namedFor(document.file(), document.inside())
                .moved(ASIDE, ASIDE);
        if (!copies.fragment().isEmpty()) {
            canvas.perform(new AddFragment(WORDS.text("edit.duplicate"), copies));
            Set<NodeId> nodes = new LinkedHashSet<>();
            copies.fragment().nodes().forEach(n -> nodes.add(n.id()));
            canvas.selection().select(nodes, Set.of());
        }
    }

    /** Moves the selected nodes, or the selection where nodes cannot be moved. */
    void arrow(double step, int right, int down) {
        if (canvas.turning().refusal().isEmpty()) {
            nudge(right * step, down * step);
        } else {
            Neighbours.next(canvas.scene(), canvas.selection().nodes(), right, down)
                    .ifPresent(next -> {
                        canvas.selection().select(next);
                        canvas.reveal(next);
                    });
        }
    }

    /** Moves the selected nodes; several nudges in a row are one step of undo. */
    public void nudge(double dx, double dy) {
        Set<NodeId> nodes = canvas.selection().nodes();
        Set<RemarkId> remarks = canvas.selection().remarks();
        if (!nodes.isEmpty() || !remarks.isEmpty()) {
            canvas.perform(new MoveNodes(nodes, remarks, dx, dy), "nudge " + nodes + remarks);
        }
    }

    /** Ends the gesture without a change; without one, goes out of the opened node; outside, selects nothing. */
    public void escape() {
        if (!canvas.gestures().abort()
                && !canvas.turning().cancelled()
                && !canvas.turning().up()) {
            canvas.selection().clear();
        }
    }
}
