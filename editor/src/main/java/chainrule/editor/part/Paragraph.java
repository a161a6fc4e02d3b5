package chainrule.editor.part;

import java.awt.Color;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import javax.swing.text.DefaultCaret;

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
        setMargin(UIManager.getInsets("Label.margin"));
        setFocusable(true);
        setFocusTraversalKeysEnabled(true);
    }

    /** A text that changes out of sight stays out of sight: what is around it is not scrolled to its caret. */
    @Override
    public void updateUI() {
        super.updateUI();
        setBorder(BorderFactory.createEmptyBorder());
        if (getCaret() instanceof DefaultCaret caret) {
            caret.setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
        }
    }

    /** Shows another text; the caret and the layout stay where nothing changes. */
    public void show(String text) {
        if (!text.equals(getText())) {
            setText(text);
            revalidate();
        }
    }
}
