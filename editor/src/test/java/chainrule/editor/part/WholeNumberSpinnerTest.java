package chainrule.editor.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;

class WholeNumberSpinnerTest {
    @Test
    void aThousandHasNoPointInGerman() {
        Locale before = Locale.getDefault(Locale.Category.FORMAT);
        Locale.setDefault(Locale.Category.FORMAT, Locale.GERMANY);
        try {
            GuiActionRunner.execute(() -> {
                JSpinner spinner = new WholeNumberSpinner(1000, 0, 9000, 1);
                assertThat(text(spinner)).isEqualTo("1000");
                spinner.setModel(new SpinnerNumberModel(2000, 0, 9000, 1));
                assertThat(text(spinner)).isEqualTo("2000");
                ((JSpinner.DefaultEditor) spinner.getEditor()).getTextField().setText("4321");
                spinner.commitEdit();
                assertThat(spinner.getValue()).isEqualTo(4321);
            });
        } finally {
            Locale.setDefault(Locale.Category.FORMAT, before);
        }
    }

    private static String text(JSpinner spinner) {
        return ((JSpinner.DefaultEditor) spinner.getEditor()).getTextField().getText();
    }
}
