package chainrule.editor.part;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.language.Phrases;
import chainrule.tensor.Shape;
import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.Insets;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;

/** A titled part of a panel, and the fonts that all of them share. */
public abstract class Piece extends JPanel {
    private static final Phrases WORDS = Phrases.of(Piece.class);
    private static final long serialVersionUID = 1;
    /** A colour that changes with the theme. */
    private static final String QUIET = "foreground: @quiet";

    private static final float TEXT = 13f;
    private static final float SMALL = 12f;
    private static final float FORMULA = 13f;
    private static final float NUMBER = 15f;

    protected Piece(String title) {
        super(new Column(6));
        setOpaque(false);
        if (!title.isEmpty()) {
            add(title(title));
        }
    }

    /** Takes out what was shown below the title. */
    protected final void clear(int kept) {
        while (getComponentCount() > kept) {
            remove(getComponentCount() - 1);
        }
    }

    public static JLabel title(String text) {
        JLabel label = new JLabel(text);
        label.setFont(Fonts.ui(UIScale.scale(SMALL), true));
        label.putClientProperty(FlatClientProperties.STYLE, QUIET);
        return label;
    }

    public static JLabel quiet(String text) {
        JLabel label = new JLabel(text);
        label.setFont(Fonts.ui(UIScale.scale(SMALL), false));
        label.putClientProperty(FlatClientProperties.STYLE, QUIET);
        return label;
    }

    /** What has not been computed: never a number. */
    public static JLabel absent(String text) {
        JLabel label = quiet(text);
        label.setFont(Fonts.italic(UIScale.scale(SMALL)));
        return label;
    }

    /** A sentence where there could be something, saying how it gets there. */
    public static Paragraph hint(String sentence) {
        Paragraph hint = new Paragraph(
                sentence, Fonts.italic(UIScale.scale(SMALL)), Colors.current().quiet());
        hint.putClientProperty(FlatClientProperties.STYLE, QUIET);
        return hint;
    }

    public static Paragraph text(String text) {
        return new Paragraph(
                text, Fonts.ui(UIScale.scale(TEXT), false), Colors.current().text());
    }

    public static Paragraph problem(String sentence) {
        return new Paragraph(
                "⚠ " + sentence,
                Fonts.ui(UIScale.scale(SMALL), false),
                Colors.current().problem());
    }

    /** A button that steps back. */
    public static JButton small(String text, String tip) {
        JButton button = new JButton(text);
        button.setFont(Fonts.ui(UIScale.scale(SMALL), false));
        button.setToolTipText(tip);
        button.putClientProperty(FlatClientProperties.STYLE, QUIET);
        button.setHorizontalAlignment(SwingConstants.LEADING);
        button.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
        button.setMargin(new Insets(2, 0, 2, 2));
        return button;
    }

    public static Font formulaFont() {
        return Fonts.mono(UIScale.scale(FORMULA), false);
    }

    public static Font numberFont() {
        return Fonts.mono(UIScale.scale(NUMBER), true);
    }

    /** A shape that nobody takes for a value: {@code 3 numbers}, {@code 2×3}. */
    public static String shape(Shape shape) {
        return shape.rank() == 1 ? WORDS.count("shape.numbers", shape.dim(0)) : shape.toString();
    }

    /** A rounded card of one colour for formulas. */
    public static JPanel card(Color ground) {
        JPanel card = new Card(ground);
        card.setLayout(new Column(4));
        int x = UIScale.scale(12);
        int y = UIScale.scale(9);
        card.setBorder(BorderFactory.createEmptyBorder(y, x, y, x));
        return card;
    }

    /** Something at the left, and something at the right edge. */
    public static JComponent row(Component left, Component right) {
        JPanel row = new JPanel(new java.awt.BorderLayout(UIScale.scale(8), 0));
        row.setOpaque(false);
        row.add(left, java.awt.BorderLayout.CENTER);
        row.add(right, java.awt.BorderLayout.EAST);
        return row;
    }
}
