package chainrule.editor.action;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.util.function.Predicate;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.DefaultEditorKit;
import javax.swing.text.JTextComponent;

/** What fields, and the lists that they fill, listen to. */
public final class Edits {
    private Edits() {}

    public static void onTyping(JTextComponent field, Runnable action) {
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

    public static void onEntering(JComponent field, Runnable action) {
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent event) {
                action.run();
            }
        });
    }

    public static void onLeaving(JComponent field, Runnable action) {
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                if (!event.isTemporary()) {
                    action.run();
                }
            }
        });
    }

    public static void onKey(JComponent component, String key, Runnable action) {
        onKey(component, KeyStroke.getKeyStroke(key), action);
    }

    public static void onKey(JComponent component, KeyStroke stroke, Runnable action) {
        String key = "edit " + stroke;
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
    public static void onPaste(JTextComponent field, Predicate<String> taker) {
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

    /** Marks the element so many lines further down a list, or the one at its end, and shows it. */
    public static void move(JList<?> list, int lines) {
        int last = list.getModel().getSize() - 1;
        if (last >= 0) {
            int index = Math.max(0, Math.min(last, list.getSelectedIndex() + lines));
            list.setSelectedIndex(index);
            list.ensureIndexIsVisible(index);
        }
    }

    /** Marks the element that a click hits and takes it. */
    public static void onClick(JList<?> list, Runnable take) {
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent event) {
                int index = list.locationToIndex(event.getPoint());
                if (index >= 0 && list.getCellBounds(index, index).contains(event.getPoint())) {
                    list.setSelectedIndex(index);
                    take.run();
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
