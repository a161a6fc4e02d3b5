package chainrule.editor.health;

import chainrule.editor.action.NumberText;
import chainrule.editor.part.Paragraph;
import chainrule.editor.part.Piece;
import chainrule.editor.session.Vitals;
import chainrule.health.Bounds;
import chainrule.language.Phrases;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** The bounds beyond which something is bad, and whether the canvas marks it. */
final class BoundsForm extends Piece {
    private static final long serialVersionUID = 1;
    private static final Phrases WORDS = Phrases.of(BoundsForm.class);
    private static final double PERCENT = 100;

    private final transient Vitals vitals;
    private final JTextField vanishing = field("health.vanishing", WORDS.text("bounds.vanishing"));
    private final JTextField exploding = field("health.exploding", WORDS.text("bounds.exploding"));
    private final JTextField share = field("health.share", WORDS.text("bounds.share"));
    private final JCheckBox marks = new JCheckBox(WORDS.text("bounds.mark"));
    private final Paragraph said = problem("");

    BoundsForm(Vitals vitals) {
        super(WORDS.text("bounds.title"));
        this.vitals = vitals;
        JPanel grid = new JPanel(new MigLayout("insets 0, gap 8 4, fillx, wrap 2", "[grow][right]", "[center]"));
        grid.setOpaque(false);
        row(grid, WORDS.text("bounds.vanishing"), vanishing);
        row(grid, WORDS.text("bounds.exploding"), exploding);
        row(grid, WORDS.text("bounds.share"), share);
        add(grid);
        said.setName("health.said");
        said.setVisible(false);
        add(said);
        marks.setName("health.marks");
        marks.setOpaque(false);
        marks.addActionListener(chosen -> vitals.mark(marks.isSelected()));
        add(marks);
        follow();
    }

    private static void row(JPanel grid, String words, JTextField field) {
        grid.add(quiet(words));
        grid.add(field);
    }

    private JTextField field(String name, String words) {
        JTextField field = new JTextField(7);
        field.setName(name);
        field.setHorizontalAlignment(JTextField.TRAILING);
        field.getAccessibleContext().setAccessibleName(words);
        field.addActionListener(entered -> read());
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent left) {
                read();
            }
        });
        return field;
    }

    /** Shows the bounds that hold. */
    void follow() {
        Bounds bounds = vitals.bounds();
        vanishing.setText(written(bounds.vanishing()));
        exploding.setText(written(bounds.exploding()));
        share.setText(NumberText.write(bounds.share() * PERCENT));
        marks.setSelected(vitals.isMarking());
        say("");
    }

    private static String written(double bound) {
        return NumberText.write(bound).replace(".0e", "e");
    }

    private void read() {
        OptionalDouble low = NumberText.read(vanishing.getText());
        OptionalDouble high = NumberText.read(exploding.getText());
        OptionalDouble part = NumberText.read(share.getText());
        if (low.isEmpty() || high.isEmpty() || part.isEmpty()) {
            JTextField wrong = low.isEmpty() ? vanishing : high.isEmpty() ? exploding : share;
            say(WORDS.text("bounds.noNumber", wrong.getText()));
            return;
        }
        double lost = part.getAsDouble() / PERCENT;
        Optional<String> refusal = refusal(low.getAsDouble(), high.getAsDouble(), lost);
        if (refusal.isPresent()) {
            say(refusal.get());
        } else {
            say("");
            vitals.choose(new Bounds(low.getAsDouble(), high.getAsDouble(), lost));
        }
    }

    private static Optional<String> refusal(double low, double high, double lost) {
        if (!(low > 0)) {
            return Optional.of(WORDS.text("bounds.positive"));
        }
        if (!(high > low) || Double.isInfinite(high)) {
            return Optional.of(WORDS.text("bounds.order"));
        }
        return lost >= 0 && lost <= 1 ? Optional.empty() : Optional.of(WORDS.text("bounds.percent"));
    }

    private void say(String sentence) {
        said.show(sentence.isEmpty() ? "" : "⚠ " + sentence);
        said.setVisible(!sentence.isEmpty());
    }
}
