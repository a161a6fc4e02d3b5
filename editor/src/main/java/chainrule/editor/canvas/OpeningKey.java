package chainrule.editor.canvas;

import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import javax.swing.text.JTextComponent;

/** The key that opened a field: its letter, which arrives only when the field has the keyboard, is left out. */
public final class OpeningKey extends KeyAdapter implements FocusListener {
    private boolean pressed;

    private OpeningKey() {}

    /** Leaves it out whenever the field gets the keyboard. */
    public static void leaveOut(JTextComponent field) {
        OpeningKey key = new OpeningKey();
        field.addKeyListener(key);
        field.addFocusListener(key);
    }

    @Override
    public void focusGained(FocusEvent e) {
        pressed &= e.isTemporary();
    }

    @Override
    public void focusLost(FocusEvent e) {
        // What is typed elsewhere does not come here.
    }

    @Override
    public void keyPressed(KeyEvent e) {
        pressed = true;
    }

    @Override
    public void keyTyped(KeyEvent e) {
        if (!pressed) {
            e.consume();
        }
    }
}
