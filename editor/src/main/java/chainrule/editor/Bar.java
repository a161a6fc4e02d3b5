package chainrule.editor;

import chainrule.language.Phrases;
import com.formdev.flatlaf.util.UIScale;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuBar;

/** The line at the top: the name of the program, the menus, the field that finds everything, the document. */
final class Bar extends JMenuBar {
    private static final Phrases WORDS = Phrases.of(Bar.class);
    private static final long serialVersionUID = 1;
    private static final int GAP = 12;

    private final JLabel document = new JLabel();

    Bar(List<JMenu> menus, FindField find) {
        JLabel name = new JLabel("Chainrule");
        name.putClientProperty("FlatLaf.styleClass", "h4");
        pad(name);
        add(name);
        menus.forEach(this::add);
        add(Box.createHorizontalGlue());
        add(find);
        add(Box.createHorizontalGlue());
        document.setName("document");
        document.putClientProperty("FlatLaf.style", "foreground: @quiet");
        pad(document);
        add(document);
    }

    /** Shows what is being edited, and how. */
    void show(String title, String precision, boolean locked) {
        document.setText(WORDS.text(locked ? "bar.locked" : "bar.document", title, precision));
    }

    private static void pad(JLabel label) {
        int gap = UIScale.scale(GAP);
        label.setBorder(BorderFactory.createEmptyBorder(0, gap, 0, gap));
    }
}
