package chainrule.editor.inspector;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.io.IOException;
import java.util.function.Predicate;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.DefaultEditorKit;
import javax.swing.text.JTextComponent;

/** What a field of the inspector listens to. */
final class Edits {
    private Edits() {}

    static void onTyping(JTextComponent field, Runnable action) {
        field.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                action.run();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                action.run();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {
                action.run();
            }
        });
    }

    static void onEntering(JComponent field, Runnable action) {
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent event) {
                action.run();
            }
        });
    }

    static void onLeaving(JComponent field, Runnable action) {
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                if (!event.isTemporary()) {
                    action.run();
                }
            }
        });
    }

    static void onKey(JComponent component, String key, Runnable action) {
        onKey(component, KeyStroke.getKeyStroke(key), action);
    }

    static void onKey(JComponent component, KeyStroke stroke, Runnable action) {
        String key = "inspector " + stroke;
        component.getInputMap().put(stroke, key);
        component.getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent event) {
                action.run();
            }
        });
    }

    /**
     * Offers pasted text to a taker before the field takes it.
     *
     * @param taker answers whether it took the text
     */
    static void onPaste(JTextComponent field, Predicate<String> taker) {
        Action paste = field.getActionMap().get(DefaultEditorKit.pasteAction);
        field.getActionMap().put(DefaultEditorKit.pasteAction, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent event) {
                if (!taker.test(clipboard(field))) {
                    paste.actionPerformed(event);
                }
            }
        });
    }

    private static String clipboard(JComponent component) {
        try {
            return String.valueOf(component.getToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor));
        } catch (UnsupportedFlavorException | IOException | IllegalStateException nothing) {
            return "";
        }
    }
}
