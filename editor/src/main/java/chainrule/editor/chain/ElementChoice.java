package chainrule.editor.chain;

import chainrule.editor.part.Piece;
import chainrule.editor.part.WholeNumberSpinner;
import chainrule.language.Phrases;
import java.util.function.IntConsumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import javax.swing.SwingUtilities;

/** Chooses one element of a tensor by its row-major position; not there for a single number. */
final class ElementChoice {
    private static final Phrases WORDS = Phrases.of(ElementChoice.class);

    private final JSpinner spinner = new WholeNumberSpinner(0, 0, 0, 1);
    private boolean setting;

    ElementChoice(String name, IntConsumer chosen) {
        spinner.setName(name);
        spinner.getAccessibleContext().setAccessibleName(WORDS.text("element.name"));
        spinner.addChangeListener(event -> {
            if (!setting) {
                chosen.accept(element());
            }
        });
    }

    int element() {
        return ((Number) spinner.getValue()).intValue();
    }

    /** Offers so many elements, and stands at one of them. */
    void set(int element, int size) {
        setting = true;
        spinner.setModel(new SpinnerNumberModel(element, 0, Math.max(0, size - 1), 1));
        setting = false;
    }

    /** Follows another look, also while it is not shown. */
    void updateUI() {
        SwingUtilities.updateComponentTreeUI(spinner);
    }

    /** Adds it to a part of the panel where there is something to choose. */
    void addTo(JPanel part, int size) {
        if (size > 1) {
            JLabel label = Piece.quiet(WORDS.text("element.of", size));
            label.setLabelFor(spinner);
            part.add(Piece.row(label, spinner));
        }
    }
}
