package chainrule.editor.part;

import java.text.DecimalFormatSymbols;
import java.util.Locale;
import javax.swing.JComponent;
import javax.swing.JSpinner;
import javax.swing.SpinnerModel;
import javax.swing.SpinnerNumberModel;

/** A whole number with arrows beside it, written the same in every language: 1000, never 1.000. */
public final class WholeNumberSpinner extends JSpinner {
    private static final long serialVersionUID = 1;

    public WholeNumberSpinner(int value, int least, int most, int step) {
        super(new SpinnerNumberModel(value, least, most, step));
    }

    @Override
    protected JComponent createEditor(SpinnerModel model) {
        NumberEditor editor = new NumberEditor(this, "0");
        editor.getFormat().setDecimalFormatSymbols(DecimalFormatSymbols.getInstance(Locale.ROOT));
        editor.getTextField().setValue(getValue());
        return editor;
    }
}
