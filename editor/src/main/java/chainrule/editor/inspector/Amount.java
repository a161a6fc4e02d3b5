package chainrule.editor.inspector;

import chainrule.editor.part.Column;
import chainrule.editor.part.NumberGrid;
import chainrule.editor.theme.Colors;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;
import chainrule.tensor.Tensor;
import java.awt.Color;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;

/** A labelled number, tensor, or the word for what is not known; a stale one says so. */
final class Amount extends JPanel {
    private static final Phrases WORDS = Phrases.of(Amount.class);
    private static final long serialVersionUID = 1;

    Amount(String label, Reading.Known known, Color color, boolean stale) {
        super(new Column(4));
        setOpaque(false);
        Tensor tensor = known.tensor();
        if (tensor == null) {
            add(Section.row(Section.quiet(label), Section.absent(known.absent())));
            return;
        }
        Color shown = stale ? Colors.mixed(color, Colors.current().panel(), 0.45) : color;
        boolean scalar = tensor.shape().isScalar();
        JLabel number = new JLabel(scalar ? Digits.brief(tensor.item()) : Section.shape(tensor.shape()));
        number.setFont(scalar ? Section.numberFont() : Section.formulaFont());
        number.setForeground(tensor.isFinite() ? shown : Colors.current().problem());
        number.setHorizontalAlignment(SwingConstants.TRAILING);
        if (scalar) {
            number.setToolTipText(Digits.full(tensor.item()));
        }
        add(Section.row(Section.quiet(stale ? WORDS.text("amount.stale", label) : label), number));
        if (!scalar) {
            add(new NumberGrid(tensor, stale));
        }
    }
}
