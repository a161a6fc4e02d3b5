package chainrule.editor.canvas;

import chainrule.graph.Edge;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import java.awt.Cursor;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.Point2D;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** Turns what the mouse does into gestures, and chooses which gesture a press begins. */
final class Gestures extends MouseAdapter {
    private static final double STEP = 1.15;
    private static final int CLICK = 4;
    private static final int PAN = 20;

    private final GraphCanvas canvas;
    private final HitTest hits;
    private @Nullable Gesture gesture;
    private @Nullable MouseEvent press;
    private Hit pressed = new Hit.OnNothing();
    private boolean dragging;
    private boolean carried;
    private boolean space;

    Gestures(GraphCanvas canvas, HitTest hits, JComponent control) {
        this.canvas = canvas;
        this.hits = hits;
        control.addMouseListener(this);
        control.addMouseMotionListener(this);
        control.addMouseWheelListener(this);
        control.addKeyListener(new SpaceKey());
    }

    Optional<Gesture> current() {
        return Optional.ofNullable(gesture);
    }

    void paint(Graphics2D g) {
        if (gesture != null) {
            gesture.paint(g, canvas.colors(), canvas.zoom());
        }
    }

    /** Selects the node at a place of the component, where it is not among the selected ones already. */
    void selectAt(Point place) {
        if (hits.at(canvas.scene(), place) instanceof Hit.OnNode on
                && !canvas.selection().nodes().contains(on.node())) {
            canvas.selection().select(on.node());
        }
    }

    /** Ends the gesture without a change; whether there was one. */
    boolean abort() {
        Gesture ended = gesture;
        gesture = null;
        carried = false;
        press = null;
        if (ended != null) {
            ended.abort();
            canvas.repaint();
        }
        return ended != null;
    }

    @Override
    public void mousePressed(MouseEvent e) {
        ((JComponent) e.getComponent()).requestFocusInWindow();
        if (carried) {
            return;
        }
        press = e;
        dragging = false;
        pressed = hits.at(canvas.scene(), e.getPoint());
        if (SwingUtilities.isMiddleMouseButton(e) || (space && SwingUtilities.isLeftMouseButton(e))) {
            gesture = new PanGesture(canvas.viewport(), e.getPoint());
            dragging = true;
        } else if (!SwingUtilities.isLeftMouseButton(e)) {
            selectAt(e.getPoint());
        } else if (SwingUtilities.isLeftMouseButton(e) && pressed instanceof Hit.OnNode on) {
            pickForDrag(on.node(), adds(e));
        }
    }

    @Override
    public void mouseDragged(MouseEvent e) {
        MouseEvent began = press;
        if (began == null && !carried) {
            return;
        }
        if (!dragging && began != null && began.getPoint().distance(e.getPoint()) >= CLICK) {
            dragging = true;
            gesture = begun(began);
        }
        moved(e);
    }

    @Override
    public void mouseMoved(MouseEvent e) {
        canvas.pointer(e.getPoint());
        if (carried) {
            moved(e);
        } else {
            Hit hit = hits.at(canvas.scene(), e.getPoint());
            boolean port = hit instanceof Hit.OnSlot || hit instanceof Hit.OnSource;
            boolean hand = port || hit instanceof Hit.OnFold;
            int shape = space ? Cursor.MOVE_CURSOR : hand ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR;
            e.getComponent().setCursor(Cursor.getPredefinedCursor(shape));
        }
    }

    @Override
    public void mouseReleased(MouseEvent e) {
        if (carried) {
            carried = false;
            finish(e);
        } else if (dragging) {
            finish(e);
        } else if (press != null && SwingUtilities.isLeftMouseButton(e)) {
            press = null;
            clicked(e);
        }
        press = null;
        dragging = false;
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent e) {
        double turns = e.getPreciseWheelRotation();
        if (e.isShiftDown()) {
            canvas.viewport().pan(-40 * turns, 0);
        } else {
            canvas.viewport().zoomAt(canvas.zoom() * Math.pow(STEP, -turns), e.getPoint());
        }
        canvas.repaint();
    }

    private void moved(MouseEvent e) {
        canvas.pointer(e.getPoint());
        if (!(gesture instanceof PanGesture)) {
            panAtBorder(e);
        }
        if (gesture != null) {
            gesture.move(e.getPoint(), canvas.viewport().toGraph(e.getPoint()));
            canvas.repaint();
        }
    }

    /** A gesture that leaves the canvas takes it along; Swing repeats the event while the pointer is outside. */
    private void panAtBorder(MouseEvent e) {
        int width = e.getComponent().getWidth();
        int height = e.getComponent().getHeight();
        int dx = e.getX() < 0 ? PAN : e.getX() > width ? -PAN : 0;
        int dy = e.getY() < 0 ? PAN : e.getY() > height ? -PAN : 0;
        if (dx != 0 || dy != 0) {
            canvas.viewport().pan(dx, dy);
        }
    }

    private void finish(MouseEvent e) {
        Gesture ended = gesture;
        gesture = null;
        if (ended != null) {
            ended.drop(e.getPoint(), canvas.viewport().toGraph(e.getPoint()));
            canvas.repaint();
        }
    }

    private @Nullable Gesture begun(MouseEvent began) {
        if (!SwingUtilities.isLeftMouseButton(began)) {
            return null;
        }
        Point2D at = canvas.viewport().toGraph(began.getPoint());
        if (pressed instanceof Hit.OnSource on) {
            return wire(on.source(), null, at);
        } else if (pressed instanceof Hit.OnSlot on) {
            return fromSlot(on.slot(), at);
        } else if (pressed instanceof Hit.OnNode on) {
            return new MoveGesture(canvas, canvas.selection().nodes(), on.node(), at);
        } else if (pressed instanceof Hit.OnFold on) {
            pickForDrag(on.node(), adds(began));
            return new MoveGesture(canvas, canvas.selection().nodes(), on.node(), at);
        }
        return new BandGesture(canvas, at, adds(began) ? canvas.selection().nodes() : Set.of());
    }

    /** A taken slot's wire is pulled off; a free one begins a wire that is drawn backwards. */
    private Gesture fromSlot(Slot slot, Point2D at) {
        Optional<Edge> edge = canvas.document().graph().into(slot);
        return edge.isPresent()
                ? wire(edge.get().from(), slot, at)
                : new WireGesture(canvas, Wiring.into(canvas.scene(), slot, at));
    }

    private Gesture wire(Source from, @Nullable Slot away, Point2D at) {
        if (away != null) {
            canvas.preview(new chainrule.editor.document.command.Disconnect(away).applied(canvas.document()));
        }
        return new WireGesture(canvas, Wiring.from(canvas.scene(), from, away, at));
    }

    private void clicked(MouseEvent e) {
        Point2D at = canvas.viewport().toGraph(e.getPoint());
        if (pressed instanceof Hit.OnNode on) {
            if (e.getClickCount() == 2) {
                canvas.toggleNumbers(on.node());
            } else if (!adds(e)) {
                canvas.selection().select(on.node());
            }
        } else if (pressed instanceof Hit.OnFold on) {
            canvas.toggleNumbers(on.node());
        } else if (pressed instanceof Hit.OnEdge on) {
            canvas.selection().select(on.slot());
        } else if (pressed instanceof Hit.OnSource on) {
            carry(wire(on.source(), null, at));
        } else if (pressed instanceof Hit.OnSlot on) {
            clickedSlot(on.slot(), at);
        } else if (e.getClickCount() == 2) {
            canvas.requestAdd(e.getPoint(), at, null);
        } else if (!adds(e)) {
            canvas.selection().clear();
        }
    }

    private void clickedSlot(Slot slot, Point2D at) {
        if (canvas.document().graph().into(slot).isPresent()) {
            canvas.selection().select(slot);
        } else {
            carry(new WireGesture(canvas, Wiring.into(canvas.scene(), slot, at)));
        }
    }

    /** The wire follows the pointer until the next click. */
    private void carry(Gesture begun) {
        gesture = begun;
        carried = true;
        canvas.repaint();
    }

    private void pickForDrag(NodeId node, boolean adds) {
        Set<NodeId> nodes = canvas.selection().nodes();
        if (adds) {
            Set<NodeId> changed = new LinkedHashSet<>(nodes);
            if (!changed.remove(node)) {
                changed.add(node);
            }
            canvas.selection().select(changed, canvas.selection().edges());
        } else if (!nodes.contains(node)) {
            canvas.selection().select(node);
        }
    }

    private static boolean adds(MouseEvent e) {
        return e.isShiftDown() || e.isControlDown() || e.isMetaDown();
    }

    /** The space bar held down turns the pointer into a hand that moves the canvas. */
    private final class SpaceKey extends KeyAdapter {
        @Override
        public void keyPressed(KeyEvent e) {
            space |= e.getKeyCode() == KeyEvent.VK_SPACE;
        }

        @Override
        public void keyReleased(KeyEvent e) {
            space &= e.getKeyCode() != KeyEvent.VK_SPACE;
        }
    }
}
