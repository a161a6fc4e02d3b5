package chainrule.editor.training;

import chainrule.editor.action.Edits;
import chainrule.editor.action.NumberText;
import chainrule.editor.document.History;
import chainrule.editor.document.command.ChangeTraining;
import chainrule.editor.session.TrainingSession;
import chainrule.train.Training;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import javax.swing.JComboBox;
import javax.swing.JTextField;

/** Turns what is chosen and typed into changes of how the graph is trained; none while the fields are being filled. */
final class TrainingEdits {
    private final History history;
    private final TrainingSession training;
    private boolean showing;

    TrainingEdits(History history, TrainingSession training) {
        this.history = history;
        this.training = training;
    }

    Training current() {
        return training.training();
    }

    void onChange(Runnable listener) {
        history.onChange(listener);
    }

    /** Fills fields without an edit. */
    void show(Runnable fill) {
        boolean before = showing;
        showing = true;
        fill.run();
        showing = before;
    }

    void change(UnaryOperator<Training> change) {
        Training before = current();
        Training after = change.apply(before);
        if (!showing && !after.equals(before)) {
            history.perform(new ChangeTraining(after));
        }
    }

    /**
     * Takes numbers from a field on Enter and on leaving it, as long as the field is there.
     *
     * @param refresh shows what holds after the edit, also where the text is no number
     */
    void enter(JTextField field, DoubleFunction<UnaryOperator<Training>> change, Runnable refresh) {
        Runnable take = () -> {
            OptionalDouble number = NumberText.read(field.getText());
            boolean gone = field.getParent() == null;
            if (!gone && number.isPresent() && Double.isFinite(number.getAsDouble())) {
                change(change.apply(number.getAsDouble()));
            }
            refresh.run();
        };
        field.addActionListener(entered -> take.run());
        Edits.onLeaving(field, take);
    }

    /** Makes only what is chosen in the end an edit, not every entry that the arrow keys pass. */
    static void chooseAtLast(JComboBox<String> box) {
        box.putClientProperty("JComboBox.isTableCellEditor", Boolean.TRUE);
    }

    /** Puts a text into a field that has another one. */
    static void put(JTextField field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }
}
