package chainrule.editor.watch;

import chainrule.editor.action.NumberText;
import chainrule.editor.part.Paragraph;
import chainrule.editor.part.Piece;
import chainrule.editor.session.Breaks;
import chainrule.editor.session.Workbench;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import chainrule.train.Condition;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** Adds a condition at which a training, or the pass, stops. */
final class ConditionForm extends JPanel {
    private static final Phrases WORDS = Phrases.of(ConditionForm.class);
    private static final long serialVersionUID = 1;

    private final transient Workbench bench;
    private final JComboBox<String> kind =
            new JComboBox<>(Stream.of(Choice.values()).map(Choice::words).toArray(String[]::new));
    private final JTextField number = new JTextField(6);
    private final Paragraph said = Piece.problem("");

    ConditionForm(Workbench bench) {
        super(new MigLayout("insets 0, gap 8 4, fillx, hidemode 3", "[grow,fill,0:0:][pref!][pref!]", "[center][]"));
        this.bench = bench;
        setOpaque(false);
        kind.setName("break.kind");
        kind.getAccessibleContext().setAccessibleName(WORDS.text("condition.name"));
        kind.addActionListener(chosen -> {
            number.setText(NumberText.write(choice().number()));
            follow();
        });
        number.setName("break.number");
        number.setHorizontalAlignment(JTextField.TRAILING);
        number.getAccessibleContext().setAccessibleName(WORDS.text("condition.bound"));
        number.addActionListener(entered -> add());
        JButton add = new JButton(WORDS.text("condition.add"));
        add.setName("break.add");
        add.addActionListener(click -> add());
        said.setName("break.said");
        add(kind);
        add(number);
        add(add, "wrap");
        add(said, "span, growx");
        bench.selection().onChange(this::follow);
        follow();
    }

    private Choice choice() {
        return Choice.values()[kind.getSelectedIndex()];
    }

    private void follow() {
        number.setVisible(choice().hasNumber());
        say("");
    }

    private void add() {
        Choice choice = choice();
        Optional<NodeId> node = bench.selection().onlyNode();
        OptionalDouble bound = choice.hasNumber() ? NumberText.read(number.getText()) : OptionalDouble.of(0);
        Optional<Condition> condition =
                bound.isEmpty() ? Optional.empty() : choice.condition(node, bound.getAsDouble());
        String refusal = bound.isEmpty()
                ? WORDS.text("condition.noNumber", number.getText())
                : condition.isEmpty() ? WORDS.text("condition.noNode") : refusal(condition.get());
        if (refusal.isEmpty()) {
            condition
                    .map(Breaks.When::new)
                    .filter(stop -> !bench.breaks().has(stop))
                    .ifPresent(bench.breaks()::toggle);
        }
        say(refusal);
    }

    private String refusal(Condition condition) {
        return bench.stepper()
                .cursor()
                .flatMap(c -> condition.refusal(c.trace().plan()))
                .map(problem -> problem.sentence())
                .orElse("");
    }

    private void say(String sentence) {
        said.show(sentence.isEmpty() ? "" : "⚠ " + sentence);
        said.setVisible(!sentence.isEmpty());
        revalidate();
    }
}
