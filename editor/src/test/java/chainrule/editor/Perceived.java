package chainrule.editor;

import chainrule.editor.picture.SvgGraphics;
import java.awt.Component;
import java.awt.Container;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;

/** All that can be read in a window, or heard of it: painted text, tips, and what assistive tools are told. */
final class Perceived {
    private static final int STRIDE = 26;

    private final List<String> all = new ArrayList<>();

    private Perceived() {}

    /** Everything in a window that has something in it, with where it was found. */
    static List<String> matching(WindowFixture editor, Pattern wanted) {
        return GuiActionRunner.execute(() -> {
            Perceived found = new Perceived();
            found.read(editor);
            return found.all.stream().filter(wanted.asPredicate()).toList();
        });
    }

    private void read(WindowFixture editor) {
        Container content = editor.frame.getContentPane();
        SvgGraphics page = new SvgGraphics(content.getWidth(), content.getHeight());
        content.print(page);
        for (String line : page.document("").split("<text", -1)) {
            all.add("painted: " + line.replaceAll("</text>.*", "").replaceAll("(?s)^[^>]*>", ""));
        }
        collect(content);
        JComponent canvas = editor.frame.canvas().keyboard();
        for (int y = 0; y < canvas.getHeight(); y += STRIDE) {
            for (int x = 0; x < canvas.getWidth(); x += STRIDE) {
                Point at = new Point(x, y);
                all.add("tip of the canvas: " + canvas.getToolTipText(hover(canvas, at)));
            }
        }
    }

    private static MouseEvent hover(JComponent over, Point at) {
        return new MouseEvent(over, MouseEvent.MOUSE_MOVED, 0, 0, at.x, at.y, 0, false);
    }

    private void collect(Component part) {
        String where = part.getClass().getSimpleName() + " " + part.getName() + ": ";
        if (part instanceof JLabel label) {
            all.add(where + label.getText());
        } else if (part instanceof AbstractButton button) {
            all.add(where + button.getText());
        } else if (part instanceof JTextComponent text) {
            all.add(where + text.getText());
        }
        if (part instanceof JComponent component) {
            all.add(where + "tip " + component.getToolTipText());
        }
        access(where, part.getAccessibleContext(), 0);
        if (part instanceof Container inner) {
            for (Component child : inner.getComponents()) {
                collect(child);
            }
        }
    }

    private void access(String where, AccessibleContext context, int depth) {
        if (context == null) {
            return;
        }
        all.add(where + "heard " + context.getAccessibleName() + "; " + context.getAccessibleDescription());
        for (int i = 0; depth < 2 && i < context.getAccessibleChildrenCount(); i++) {
            Accessible child = context.getAccessibleChild(i);
            if (child != null && !(child instanceof Component)) {
                access(where, child.getAccessibleContext(), depth + 1);
            }
        }
    }
}
