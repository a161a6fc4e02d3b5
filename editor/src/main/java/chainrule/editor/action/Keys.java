package chainrule.editor.action;

import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.KeyStroke;

/** Keys as they are named in the source and shown to the learner. */
public final class Keys {
    private Keys() {}

    /** A key in the words of {@link KeyStroke#getKeyStroke(String)}, with {@code menu} for Ctrl, on a Mac for Cmd. */
    public static KeyStroke stroke(String words) {
        boolean command = !GraphicsEnvironment.isHeadless()
                && Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx() == InputEvent.META_DOWN_MASK;
        KeyStroke stroke = KeyStroke.getKeyStroke(words.replace("menu", command ? "meta" : "ctrl"));
        if (stroke == null) {
            throw new IllegalArgumentException(words);
        }
        return stroke;
    }

    /** A key as menus show it: {@code Ctrl+Shift+Z}. */
    public static String text(KeyStroke stroke) {
        List<String> parts = new ArrayList<>();
        if (stroke.getModifiers() != 0) {
            parts.add(InputEvent.getModifiersExText(stroke.getModifiers()));
        }
        parts.add(KeyEvent.getKeyText(stroke.getKeyCode()));
        return String.join("+", parts);
    }
}
