package chainrule.editor.part;

import java.awt.Color;
import java.awt.Font;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/** Text to read and to copy, broken into lines. */
public final class Paragraph extends JTextArea {
    private static final long serialVersionUID = 1;

    public Paragraph(String text, Font font, Color color) {
        super(text);
        setFont(font);
        setForeground(color);
        setEditable(false);
        setLineWrap(true);
        setWrapStyleWord(true);
        setOpaque(false);
        setBorder(null);
        setMargin(UIManager.getInsets("Label.margin"));
        setFocusable(true);
        setFocusTraversalKeysEnabled(true);
    }

    /** Shows another text; the caret and the layout stay where nothing changes. */
    public void show(String text) {
        if (!text.equals(getText())) {
            setText(text);
            revalidate();
        }
    }
}
