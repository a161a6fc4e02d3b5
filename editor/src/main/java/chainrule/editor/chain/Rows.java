package chainrule.editor.chain;

import chainrule.editor.part.Link;
import chainrule.editor.part.NumberGrid;
import chainrule.editor.part.Piece;
import chainrule.editor.theme.Colors;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;
import chainrule.tensor.Tensor;
import java.awt.Color;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;

/** Rows of the panel: a link at the left, its number or shape at the right, its elements below. */
final class Rows {
    private static final Phrases WORDS = Phrases.of(Rows.class);

    private Rows() {}

    /**
     * Adds a row.
     *
     * @param name of the link
     */
    static void add(JPanel card, String name, Link link, Told told, Color color) {
        link.setName(name);
        card.add(Piece.row(link, amount(told, color)));
        elements(card, told);
    }

    /** The same with the number in a line of its own, for a long link. */
    static void addBelow(JPanel card, String name, Link link, Told told, Color color) {
        link.setName(name);
        card.add(link);
        card.add(Piece.row(new JLabel(), amount(told, color)));
        elements(card, told);
    }

    private static void elements(JPanel card, Told told) {
        Tensor amount = told.tensor();
        if (amount != null && amount.size() > 1) {
            card.add(new NumberGrid(amount, false));
        }
    }

    static Link link(String text, Color color, Runnable point) {
        return new Link(text, Piece.formulaFont(), color, point);
    }

    private static JComponent amount(Told told, Color color) {
        Tensor amount = told.tensor();
        return amount == null
                ? Piece.absent(WORDS.text(told.hidden() ? "rows.hidden" : "rows.notYet"))
                : amount(amount, color);
    }

    private static JComponent amount(Tensor tensor, Color color) {
        boolean number = tensor.size() == 1;
        JLabel label = new JLabel(number ? Digits.brief(tensor.item()) : Piece.shape(tensor.shape()));
        label.setFont(number ? Piece.numberFont() : Piece.formulaFont());
        label.setForeground(tensor.isFinite() ? color : Colors.current().problem());
        label.setHorizontalAlignment(SwingConstants.TRAILING);
        label.setToolTipText(number ? Digits.full(tensor.item()) : null);
        return label;
    }
}
