package chainrule.editor.canvas;

import chainrule.editor.theme.Fonts;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;
import org.jspecify.annotations.Nullable;

/** Text that is edited where it stands: one field at a time lies over the canvas until its text is taken or left. */
final class InPlace {
    private static final double LEAST_ZOOM = 0.7;

    private final GraphCanvas canvas;
    private @Nullable JTextComponent open;

    InPlace(GraphCanvas canvas) {
        this.canvas = canvas;
    }

    /**
     * Opens a line of text; Enter takes it, Escape leaves it as it was.
     *
     * @param place where it lies, in graph pixels
     * @param take answers why a text cannot be taken, or nothing
     */
    void line(String name, Rectangle2D place, String text, Function<String, Optional<String>> take) {
        JTextField field = new JTextField(text);
        field.setFont(Fonts.ui(13 * zoom(), true));
        show(name, field, place, take);
        on(field, "ENTER", () -> take(field, take));
        field.selectAll();
    }

    /** Opens a text of several lines; Ctrl+Enter or a click beside it takes it, Escape leaves it as it was. */
    void text(String name, Rectangle2D place, String text, Function<String, Optional<String>> take) {
        JTextArea area = new JTextArea(text);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setFont(Fonts.mono(11.5 * zoom(), false));
        show(name, area, place, take);
        on(area, "ctrl ENTER", () -> take(area, take));
        on(area, "meta ENTER", () -> take(area, take));
    }

    /** Takes what is open away without a change. */
    void close() {
        JTextComponent closed = open;
        if (closed != null) {
            open = null;
            boolean focused = closed.hasFocus();
            JComponent control = canvas.control();
            control.remove(closed);
            control.repaint();
            if (focused) {
                control.requestFocusInWindow();
            }
        }
    }

    private void show(String name, JTextComponent field, Rectangle2D place, Function<String, Optional<String>> take) {
        close();
        open = field;
        field.setName(name);
        field.getAccessibleContext().setAccessibleName(name);
        field.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createLineBorder(canvas.colors().cursor(), 2),
                BorderFactory.createEmptyBorder(2, 6, 2, 6)));
        field.setBounds(box(place));
        on(field, "ESCAPE", this::close);
        OpeningKey.leaveOut(field);
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent e) {
                if (!e.isTemporary()) {
                    take(field, take);
                }
            }
        });
        canvas.control().add(field, 0);
        canvas.control().repaint();
        field.requestFocusInWindow();
    }

    private void take(JTextComponent field, Function<String, Optional<String>> take) {
        if (open != field) {
            return;
        }
        Optional<String> refusal = take.apply(field.getText());
        if (refusal.isEmpty()) {
            close();
        } else if (field.hasFocus()) {
            field.putClientProperty("JComponent.outline", "error");
            field.setToolTipText(refusal.get());
            canvas.say(refusal.get(), field.getLocation());
        } else {
            close();
        }
    }

    private Rectangle box(Rectangle2D place) {
        Point2D corner = canvas.viewport().toComponent(new Point2D.Double(place.getX(), place.getY()));
        double scale = zoom();
        return new Rectangle((int) corner.getX(), (int) corner.getY(), (int) Math.ceil(place.getWidth() * scale), (int)
                Math.ceil(place.getHeight() * scale));
    }

    /** Letters stay readable where the canvas is small. */
    private double zoom() {
        return Math.max(LEAST_ZOOM, canvas.zoom());
    }

    private static void on(JComponent field, String key, Runnable deed) {
        field.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(key), key);
        field.getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                deed.run();
            }
        });
    }
}
