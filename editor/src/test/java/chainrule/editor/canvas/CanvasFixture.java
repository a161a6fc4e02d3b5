package chainrule.editor.canvas;

import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.Samples;
import chainrule.editor.session.Evaluator;
import chainrule.editor.session.Selection;
import chainrule.editor.session.Stepper;
import chainrule.editor.session.Workbench;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javax.swing.JFrame;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

/** A canvas in a window, driven by mouse events and keys. */
final class CanvasFixture implements AutoCloseable {
    final History history;
    final Selection selection = new Selection();
    final Stepper stepper;
    final Evaluator evaluator;
    final GraphCanvas canvas;
    final List<AddRequest> asked = new ArrayList<>();
    private final JFrame frame;

    CanvasFixture(Document document) throws Exception {
        history = new History(document);
        evaluator = new Evaluator(history, Runnable::run, Runnable::run, 64L << 20);
        stepper = new Stepper(evaluator);
        evaluator.start();
        Workbench bench = new Workbench(Samples.CATALOG, history, evaluator, selection, stepper);
        canvas = onEdt(() -> new GraphCanvas(bench));
        canvas.asking().onAdd(asked::add);
        frame = onEdt(() -> {
            JFrame window = new JFrame();
            window.add(canvas);
            window.setSize(1000, 700);
            window.setVisible(true);
            window.validate();
            canvas.camera().fit();
            return window;
        });
    }

    @Override
    public void close() throws Exception {
        onEdt(() -> {
            frame.dispose();
            return true;
        });
    }

    static <T> T onEdt(Callable<T> action) throws Exception {
        FutureTask<T> task = new FutureTask<>(action);
        SwingUtilities.invokeAndWait(task);
        return task.get();
    }

    Point at(Source source) throws Exception {
        return onEdt(() -> screen(canvas.scene().port(source).orElseThrow()));
    }

    Point at(Slot slot) throws Exception {
        return onEdt(() -> screen(canvas.scene().port(slot).orElseThrow()));
    }

    /** Waits until a node is shown: where the inside of another is laid out by a thread of its own. */
    void await(NodeId node) throws Exception {
        for (int i = 0; i < 600 && onEdt(() -> canvas.scene().card(node)).isEmpty(); i++) {
            java.util.concurrent.TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    Point title(NodeId node) throws Exception {
        return onEdt(() -> {
            var title = canvas.scene().card(node).orElseThrow().title();
            return screen(new Point2D.Double(title.getCenterX(), title.getCenterY()));
        });
    }

    Point middleOf(Slot edge) throws Exception {
        return onEdt(() -> screen(canvas.scene().curve(edge).orElseThrow().at(0.5)));
    }

    void press(Point at, int modifiers) throws Exception {
        mouse(MouseEvent.MOUSE_PRESSED, at, modifiers | InputEvent.BUTTON1_DOWN_MASK, MouseEvent.BUTTON1, 1);
    }

    void drag(Point to) throws Exception {
        mouse(MouseEvent.MOUSE_DRAGGED, to, InputEvent.BUTTON1_DOWN_MASK, MouseEvent.NOBUTTON, 0);
    }

    void release(Point at) throws Exception {
        release(at, 0);
    }

    void release(Point at, int modifiers) throws Exception {
        mouse(MouseEvent.MOUSE_RELEASED, at, modifiers, MouseEvent.BUTTON1, 1);
    }

    void dragFrom(Point from, Point to) throws Exception {
        press(from, 0);
        drag(new Point((from.x + to.x) / 2, (from.y + to.y) / 2));
        drag(to);
        release(to);
    }

    void click(Point at, int modifiers) throws Exception {
        press(at, modifiers);
        mouse(MouseEvent.MOUSE_RELEASED, at, modifiers, MouseEvent.BUTTON1, 1);
    }

    void doubleClick(Point at) throws Exception {
        click(at, 0);
        mouse(MouseEvent.MOUSE_PRESSED, at, InputEvent.BUTTON1_DOWN_MASK, MouseEvent.BUTTON1, 2);
        mouse(MouseEvent.MOUSE_RELEASED, at, 0, MouseEvent.BUTTON1, 2);
    }

    void move(Point at) throws Exception {
        mouse(MouseEvent.MOUSE_MOVED, at, 0, MouseEvent.NOBUTTON, 0);
    }

    void key(String stroke) throws Exception {
        onEdt(() -> {
            var action = canvas.control().getActionForKeyStroke(KeyStroke.getKeyStroke(stroke));
            action.actionPerformed(null);
            return true;
        });
    }

    BufferedImage painted() throws Exception {
        return onEdt(() -> {
            BufferedImage image = new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            canvas.paint(g);
            g.dispose();
            return image;
        });
    }

    private void mouse(int id, Point at, int modifiers, int button, int clicks) throws Exception {
        onEdt(() -> {
            Component control = canvas.control();
            control.dispatchEvent(new MouseEvent(
                    control, id, System.currentTimeMillis(), modifiers, at.x, at.y, clicks, false, button));
            return true;
        });
    }

    private Point screen(Point2D graph) {
        Point2D at = canvas.viewport().toComponent(graph);
        return new Point((int) Math.round(at.getX()), (int) Math.round(at.getY()));
    }
}
