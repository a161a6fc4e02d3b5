package chainrule.editor.part;

import chainrule.language.Phrases;
import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.awt.Cursor;
import java.awt.Font;
import java.awt.Insets;
import java.awt.event.KeyEvent;
import java.awt.font.TextAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.KeyStroke;
import javax.swing.SwingConstants;

/** Underlined text that points at something on the canvas; by the mouse, or by Enter and the space bar. */
public final class Link extends JButton {
    private static final Phrases WORDS = Phrases.of(Link.class);
    private static final long serialVersionUID = 1;

    public Link(String text, Font font, Color color, Runnable point) {
        super(text);
        setFont(font.deriveFont(Map.of(TextAttribute.UNDERLINE, TextAttribute.UNDERLINE_LOW_DOTTED)));
        setForeground(color);
        setHorizontalAlignment(SwingConstants.LEADING);
        putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
        setMargin(new Insets(0, 0, 0, UIScale.scale(2)));
        setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
        setToolTipText(WORDS.text("link.show"));
        getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0, false), "pressed");
        getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0, true), "released");
        addActionListener(pressed -> point.run());
    }

    /** Breaks the text at its arrows into lines of at most so many letters; it is read aloud as one. */
    public void breakAtArrows(int most) {
        String whole = getText();
        if (whole.length() <= most) {
            return;
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : whole.split("(?<= → )", -1)) {
            if (line.length() > 0 && line.length() + part.length() > most) {
                lines.add(line.toString());
                line = new StringBuilder();
            }
            line.append(part);
        }
        lines.add(line.toString());
        getAccessibleContext().setAccessibleName(whole);
        setText(lines.stream()
                .map(text -> text.replace("&", "&amp;").replace("<", "&lt;").replace(" ", "&nbsp;"))
                .collect(Collectors.joining("<br>", "<html>", "</html>")));
    }
}
