package chainrule.editor.canvas;

import chainrule.graph.Slot;
import chainrule.graph.Source;
import java.awt.Point;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/** What the canvas asks for and others answer: a node to be added, a shape that does not fit, more about a thing. */
public final class Asking {
    private static final double ASIDE = 60;

    private final GraphCanvas canvas;
    private final List<Consumer<AddRequest>> adding = new ArrayList<>();
    private final List<Consumer<Hit>> entering = new ArrayList<>();
    private final List<BiConsumer<Slot, Point>> misfits = new ArrayList<>();
    private final List<BiConsumer<String, chainrule.io.Point>> texts = new ArrayList<>();
    private Function<KeyStroke, Optional<String>> whyNot = key -> Optional.empty();
    private boolean releasing = true;

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

    /** Calls back with a text that was dropped, and where in the graph. */
    public void onText(BiConsumer<String, chainrule.io.Point> listener) {
        texts.add(listener);
    }

    void text(String text, Point component) {
        chainrule.io.Point place = canvas.screenToGraph(component);
        List.copyOf(texts).forEach(l -> l.accept(text, place));
    }

    /** Asks for a new node where the pointer is, or in the middle where it has not been here. */
    public void addAtPointer() {
        JComponent control = canvas.control();
        Point at = canvas.pointer();
        if (!control.contains(at) || (at.x == 0 && at.y == 0)) {
            at = new Point(control.getWidth() / 2, control.getHeight() / 2);
            canvas.pointer(at);
        }
        if (canvas.walking().on() && addAtFocus(canvas.walking().at())) {
            return;
        }
        Hit over = canvas.face().hit(at);
        if (over instanceof Hit.OnEdge on) {
            ask(AddRequest.into(on.slot(), at, canvas.screenToGraph(at)));
        } else {
            add(at, canvas.viewport().toGraph(at), null);
        }
    }

    /** Asks for a node at what the keyboard has reached: in an edge, at a port, beside a node. */
    private boolean addAtFocus(Hit reached) {
        if (reached instanceof Hit.OnEdge on) {
            addInto(on.slot());
        } else if (reached instanceof Hit.OnSlot || reached instanceof Hit.OnSource) {
            addAt(reached);
        } else if (reached instanceof Hit.OnNode on) {
            chainrule.io.Point beside = canvas.document().at(on.node()).plus(NodeMetrics.WIDTH + ASIDE, 0);
            canvas.pointing().place(reached).ifPresent(at -> ask(AddRequest.at(at, beside)));
        } else {
            return false;
        }
        return true;
    }

    /** Asks for a node that is put into the middle of an edge. */
    public void addInto(Slot edge) {
        canvas.scene().curve(edge).map(curve -> curve.at(0.5)).ifPresent(middle -> {
            Point2D at = canvas.viewport().toComponent(middle);
            ask(AddRequest.into(
                    edge,
                    new Point((int) at.getX(), (int) at.getY()),
                    new chainrule.io.Point(middle.getX(), middle.getY())));
        });
    }

    /** Asks for a node that a port can be connected to, beside the port and level with it. */
    public void addAt(Hit port) {
        Scene scene = canvas.scene();
        Source from = port instanceof Hit.OnSource on ? on.source() : null;
        Slot into = port instanceof Hit.OnSlot on ? on.slot() : null;
        Optional<Point2D> end = from == null ? Optional.ofNullable(into).flatMap(scene::port) : scene.port(from);
        end.ifPresent(at -> {
            double aside = from == null ? -ASIDE - NodeMetrics.WIDTH : ASIDE;
            chainrule.io.Point level = new chainrule.io.Point(at.getX() + aside, at.getY() - NodeMetrics.MIDDLE);
            canvas.pointing().place(port).ifPresent(place -> ask(new AddRequest(place, level, from, into, null)));
        });
    }

    /** Asks why a key of the canvas does nothing now, to say it. */
    public void onKey(Function<KeyStroke, Optional<String>> reasons) {
        whyNot = reasons;
    }

    /** Says why a key does nothing now; whether it has a reason. */
    boolean refused(KeyStroke key) {
        Optional<String> reason = whyNot.apply(key);
        reason.ifPresent(canvas::say);
        return reason.isPresent();
    }

    /** Whether a wire that is dropped on nothing asks for a node. */
    public boolean asksOnRelease() {
        return releasing;
    }

    /** Lets a wire that is dropped on nothing ask for a node, or not. */
    public void askOnRelease(boolean wanted) {
        releasing = wanted;
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
        ask(new AddRequest(
                component,
                new chainrule.io.Point(at.getX(), at.getY()),
                dropped == null ? null : dropped.from(),
                dropped == null ? null : dropped.into(),
                null));
    }

    private void ask(AddRequest request) {
        if (!canvas.refuses()) {
            List.copyOf(adding).forEach(l -> l.accept(request));
        }
    }
}
