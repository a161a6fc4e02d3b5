package chainrule.editor.canvas;

import java.awt.Cursor;
import java.awt.Graphics2D;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** Turns what the mouse does into gestures, one at a time. */
final class Gestures extends MouseAdapter {
    /** How much a turn of the wheel zooms. */
    static final double STEP = 1.15;

    private static final int CLICK = 4;
    private static final int PAN = 20;
    /** The first of the two buttons at the side. */
    private static final int BACK = 4;

    private final GraphCanvas canvas;
    private final HitTest hits;
    private final Presses presses;
    private @Nullable Gesture gesture;
    private @Nullable MouseEvent press;
    private Hit pressed = new Hit.OnNothing();
    private boolean dragging;
    private boolean carried;
    private boolean space;

    Gestures(GraphCanvas canvas, HitTest hits, JComponent control) {
        this.canvas = canvas;
        this.hits = hits;
        this.presses = new Presses(canvas);
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
        canvas.lighting().off();
        if (carried || turned(e.getButton())) {
            return;
        }
        press = e;
        dragging = false;
        pressed = hits.at(canvas.scene(), e.getPoint());
        if (SwingUtilities.isMiddleMouseButton(e) || (space && SwingUtilities.isLeftMouseButton(e))) {
            canvas.camera().moving();
            gesture = new PanGesture(canvas.viewport(), e.getPoint());
            dragging = true;
        } else if (!SwingUtilities.isLeftMouseButton(e)) {
            canvas.pointing().select(pressed);
        } else {
            presses.pressed(pressed, e);
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
            gesture = SwingUtilities.isLeftMouseButton(began) ? presses.dragged(pressed, began) : null;
        }
        moved(e);
    }

    @Override
    public void mouseMoved(MouseEvent e) {
        canvas.pointer(e.getPoint());
        if (carried) {
            moved(e);
        } else {
            if (canvas.balloon() != null) {
                canvas.wire(null, null);
            }
            Hit hit = hits.at(canvas.scene(), e.getPoint());
            canvas.lighting().over(hit);
            e.getComponent().setCursor(Cursor.getPredefinedCursor(space ? Cursor.MOVE_CURSOR : hit.cursor()));
        }
    }

    @Override
    public void mouseExited(MouseEvent e) {
        canvas.lighting().off();
    }

    @Override
    public void mouseReleased(MouseEvent e) {
        if (carried && e.getClickCount() == 2 && pressed instanceof Hit.OnSlot on) {
            abort();
            canvas.writing().feed(on.slot());
        } else if (carried) {
            carried = false;
            finish(e);
        } else if (dragging) {
            finish(e);
        } else if (press != null && SwingUtilities.isLeftMouseButton(e)) {
            press = null;
            presses.clicked(pressed, e).ifPresent(this::carry);
        }
        press = null;
        dragging = false;
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent e) {
        canvas.requestFocusInWindow();
        double turns = e.getPreciseWheelRotation();
        canvas.camera().moving();
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
            gesture.free(e.isAltDown());
            gesture.move(e.getPoint(), canvas.viewport().toGraph(e.getPoint()));
            canvas.repaint();
        }
    }

    /** The buttons at the side of a mouse go back and forward through what was seen. */
    private boolean turned(int button) {
        if (button == BACK) {
            canvas.camera().turn(-1);
        } else if (button == BACK + 1) {
            canvas.camera().turn(1);
        }
        return button == BACK || button == BACK + 1;
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
            ended.free(e.isAltDown());
            ended.shifted(e.isShiftDown());
            ended.drop(e.getPoint(), canvas.viewport().toGraph(e.getPoint()));
            canvas.repaint();
        }
    }

    /** The wire follows the pointer until the next click. */
    private void carry(Gesture begun) {
        gesture = begun;
        carried = true;
        canvas.repaint();
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
