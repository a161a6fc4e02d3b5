package chainrule.editor.action;

import chainrule.language.Phrases;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.KeyStroke;

/** Keys as they are named in the source and shown to the learner. */
public final class Keys {
    private static final Phrases WORDS = Phrases.of(Keys.class);

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

    /** Keys as a list shows them. */
    public static String text(List<KeyStroke> strokes) {
        return strokes.stream().map(Keys::text).collect(Collectors.joining(", "));
    }

    /** Why a key cannot be an action's, as a sentence; empty where it can. */
    static String whyNot(KeyStroke stroke, Scope scope) {
        int code = stroke.getKeyCode();
        boolean alone = (stroke.getModifiers() & ~(InputEvent.SHIFT_DOWN_MASK | InputEvent.SHIFT_MASK)) == 0;
        if (code == KeyEvent.VK_UNDEFINED) {
            return WORDS.text("keys.nameless");
        }
        if (code == KeyEvent.VK_F10) {
            return WORDS.text("keys.menus");
        }
        if (alone && code >= KeyEvent.VK_LEFT && code <= KeyEvent.VK_DOWN) {
            return WORDS.text("keys.arrows");
        }
        return alone && scope == Scope.WINDOW && inFields(code) ? WORDS.text("keys.fields", text(stroke)) : "";
    }

    private static boolean inFields(int code) {
        boolean printed = code >= KeyEvent.VK_SPACE && code <= KeyEvent.VK_DIVIDE;
        return printed
                || Set.of(KeyEvent.VK_TAB, KeyEvent.VK_ENTER, KeyEvent.VK_BACK_SPACE, KeyEvent.VK_DELETE)
                        .contains(code);
    }

    static boolean isModifier(int code) {
        return code == KeyEvent.VK_SHIFT
                || code == KeyEvent.VK_CONTROL
                || code == KeyEvent.VK_ALT
                || code == KeyEvent.VK_META
                || code == KeyEvent.VK_ALT_GRAPH;
    }
}
