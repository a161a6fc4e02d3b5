package chainrule.editor.lesson;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.lessons.LessonLink;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import javax.swing.text.AttributeSet;
import javax.swing.text.MutableAttributeSet;
import javax.swing.text.SimpleAttributeSet;
import javax.swing.text.StyleConstants;

/** How the parts of a page look, at the present scale and in the present theme. */
final class PageStyles {
    /** The attribute that holds the {@link LessonLink} of a piece of text. */
    static final Object LINK = "lesson link";

    private static final float TEXT = 14f;
    private static final float[] HEADINGS = {20f, 17f, 15f};
    private static final float CODE = 13f;
    private static final float FORMULA = 16f;
    private static final float LINE_SPACING = 0.25f;

    private final Colors colors = Colors.current();

    SimpleAttributeSet text() {
        return of(UIScale.scale(TEXT), false, colors.text());
    }

    SimpleAttributeSet heading(int level) {
        return of(UIScale.scale(HEADINGS[Math.min(level, HEADINGS.length) - 1]), true, colors.text());
    }

    SimpleAttributeSet bold(AttributeSet base) {
        SimpleAttributeSet bold = new SimpleAttributeSet(base);
        StyleConstants.setBold(bold, true);
        return bold;
    }

    SimpleAttributeSet italic(AttributeSet base) {
        SimpleAttributeSet italic = new SimpleAttributeSet(base);
        StyleConstants.setItalic(italic, true);
        return italic;
    }

    SimpleAttributeSet code(AttributeSet base) {
        SimpleAttributeSet code = new SimpleAttributeSet(base);
        StyleConstants.setFontFamily(code, Fonts.mono(CODE, false).getFamily());
        StyleConstants.setFontSize(code, Math.round(UIScale.scale(CODE)));
        StyleConstants.setBackground(code, colors.canvas());
        return code;
    }

    SimpleAttributeSet link(AttributeSet base, LessonLink to) {
        SimpleAttributeSet link = new SimpleAttributeSet(base);
        link.addAttribute(LINK, to);
        StyleConstants.setForeground(link, colors.cursor());
        StyleConstants.setUnderline(link, true);
        return link;
    }

    MutableAttributeSet paragraph(int indent) {
        SimpleAttributeSet paragraph = new SimpleAttributeSet();
        StyleConstants.setLineSpacing(paragraph, LINE_SPACING);
        StyleConstants.setSpaceBelow(paragraph, UIScale.scale(10f));
        StyleConstants.setLeftIndent(paragraph, UIScale.scale(18f * indent));
        StyleConstants.setFirstLineIndent(paragraph, indent > 0 ? -UIScale.scale(14f) : 0);
        return paragraph;
    }

    MutableAttributeSet formulaLine() {
        MutableAttributeSet paragraph = paragraph(0);
        StyleConstants.setAlignment(paragraph, StyleConstants.ALIGN_CENTER);
        StyleConstants.setSpaceAbove(paragraph, UIScale.scale(4f));
        return paragraph;
    }

    float formulaSize() {
        return UIScale.scale(FORMULA);
    }

    Color ink() {
        return colors.text();
    }

    private static SimpleAttributeSet of(float size, boolean bold, Color color) {
        SimpleAttributeSet set = new SimpleAttributeSet();
        StyleConstants.setFontFamily(set, Fonts.ui(size, false).getFamily());
        StyleConstants.setFontSize(set, Math.round(size));
        StyleConstants.setBold(set, bold);
        StyleConstants.setForeground(set, color);
        return set;
    }
}
