package chainrule.editor.canvas;

import chainrule.graph.Slot;
import java.awt.Point;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** What the canvas asks for and others answer: a node to be added, a shape that does not fit, more about a thing. */
public final class Asking {
    private final GraphCanvas canvas;
    private final List<Consumer<AddRequest>> adding = new ArrayList<>();
    private final List<Consumer<Hit>> entering = new ArrayList<>();
    private final List<BiConsumer<Slot, Point>> misfits = new ArrayList<>();

    Asking(GraphCanvas canvas) {
        this.canvas = canvas;
    }

    /** Calls back when the learner asks for a new node: double click, Tab, or a wire dropped on empty canvas. */
    public void onAdd(Consumer<AddRequest> listener) {
        adding.add(listener);
    }

    /** Calls back with an edge's slot and the pointer's place when a wire was dropped where its shape does not fit. */
    public void onMisfit(BiConsumer<Slot, Point> listener) {
        misfits.add(listener);
    }

    /** Asks for a new node where the pointer is, or in the middle where it has not been here. */
    public void addAtPointer() {
        JComponent control = canvas.control();
        Point at = canvas.pointer();
        if (!control.contains(at) || (at.x == 0 && at.y == 0)) {
            at = new Point(control.getWidth() / 2, control.getHeight() / 2);
            canvas.pointer(at);
        }
        add(at, canvas.viewport().toGraph(at), null);
    }

    /** Calls back when Enter is pressed on what the keyboard has reached. */
    public void onEnter(Consumer<Hit> listener) {
        entering.add(listener);
    }

    void enter(Hit hit) {
        List.copyOf(entering).forEach(l -> l.accept(hit));
    }

    void misfit(Slot slot, Point component) {
        List.copyOf(misfits).forEach(l -> l.accept(slot, component));
    }

    /**
     * @param dropped the wire that was dropped there, or null
     */
    void add(Point component, Point2D at, @Nullable Wire dropped) {
        if (canvas.refuses()) {
            return;
        }
        AddRequest request = new AddRequest(
                component,
                new chainrule.io.Point(at.getX(), at.getY()),
                dropped == null ? null : dropped.from(),
                dropped == null ? null : dropped.into());
        List.copyOf(adding).forEach(l -> l.accept(request));
    }
}
