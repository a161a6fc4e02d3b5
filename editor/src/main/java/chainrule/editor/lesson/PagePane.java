package chainrule.editor.lesson;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Typesetter;
import chainrule.language.Phrases;
import chainrule.lessons.LessonLink;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Cursor;
import java.awt.Insets;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.JTextPane;
import javax.swing.KeyStroke;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultStyledDocument;
import javax.swing.text.Element;

/** The text of a page. A link is followed by a click, or by Enter where the caret is in it; Tab goes to the next one. */
final class PagePane extends JTextPane {
    private static final Phrases WORDS = Phrases.of(PagePane.class);
    private static final long serialVersionUID = 1;

    private final transient Typesetter typesetter;
    private String markdown = "";

    PagePane(Typesetter typesetter, Consumer<LessonLink> follow) {
        this.typesetter = typesetter;
        setName("lesson.text");
        setEditable(false);
        getAccessibleContext().setAccessibleName(WORDS.text("page.name"));
        MouseAdapter mouse = new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                linkAt(event.getPoint()).ifPresent(follow);
            }

            @Override
            public void mouseMoved(MouseEvent event) {
                boolean link = linkAt(event.getPoint()).isPresent();
                setCursor(Cursor.getPredefinedCursor(link ? Cursor.HAND_CURSOR : Cursor.TEXT_CURSOR));
            }
        };
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        setFocusTraversalKeysEnabled(false);
        on("ENTER", () -> linkAt(getSelectionStart()).ifPresent(follow));
        on("TAB", () -> toLink(1));
        on("shift TAB", () -> toLink(-1));
    }

    void show(String text) {
        markdown = text;
        render();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (typesetter != null) {
            render();
        }
    }

    private void render() {
        DefaultStyledDocument document = new DefaultStyledDocument();
        new PageWriter(document, typesetter).write(markdown);
        setBackground(Colors.current().panel());
        setCaretColor(Colors.current().cursor());
        int gap = UIScale.scale(16);
        setMargin(new Insets(0, gap, gap, gap));
        setStyledDocument(document);
        setCaretPosition(0);
    }

    private Optional<LessonLink> linkAt(Point point) {
        int position = viewToModel2D(point);
        try {
            Rectangle2D at = modelToView2D(position);
            boolean near = at != null && point.y >= at.getY() && point.y <= at.getMaxY();
            int before = at != null && point.x < at.getX() ? position - 1 : position;
            return near ? linkAt(before) : Optional.empty();
        } catch (BadLocationException outside) {
            return Optional.empty();
        }
    }

    private Optional<LessonLink> linkAt(int position) {
        Object link = getStyledDocument()
                .getCharacterElement(position)
                .getAttributes()
                .getAttribute(PageStyles.LINK);
        return link instanceof LessonLink to ? Optional.of(to) : Optional.empty();
    }

    /** Marks the next link in a direction; at the last one the keyboard goes on to what follows the page. */
    private void toLink(int direction) {
        int length = getStyledDocument().getLength();
        int from = direction > 0 ? getSelectionEnd() : getSelectionStart() - 1;
        for (int position = from; position >= 0 && position < length; position += direction) {
            if (linkAt(position).isPresent()) {
                Element link = getStyledDocument().getCharacterElement(position);
                select(link.getStartOffset(), link.getEndOffset());
                getCaret().setSelectionVisible(true);
                return;
            }
        }
        if (direction > 0) {
            transferFocus();
        } else {
            transferFocusBackward();
        }
    }

    private void on(String key, Runnable action) {
        getInputMap().put(KeyStroke.getKeyStroke(key), "lesson " + key);
        getActionMap().put("lesson " + key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent event) {
                action.run();
            }
        });
    }
}
