package chainrule.editor.inspector;

import chainrule.editor.part.Paragraph;
import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Colors;
import chainrule.exec.Step;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import chainrule.trace.TraceCursor;
import chainrule.train.ParameterUpdate;
import chainrule.train.UpdateLine;
import javax.swing.JPanel;

/**
 * How a parameter moves at the training step that is looked at: clipping, decay, what the optimizer remembers, the move,
 * and what comes of it all.
 */
final class UpdateSection extends Section {
    private static final Phrases WORDS = Phrases.of(UpdateSection.class);
    private static final long serialVersionUID = 1;
    private static final int DIGITS = 4;
    private static final double TINT = 0.12;

    private final transient Workbench workbench;
    private final transient NodeId node;

    UpdateSection(Workbench workbench, NodeId node) {
        super(WORDS.text("update.title"));
        this.workbench = workbench;
        this.node = node;
        setName("inspector.update");
    }

    @Override
    void refresh() {
        clear(1);
        var update = workbench.stepper().updates().stream()
                .filter(u -> u.parameter().equals(node))
                .findFirst();
        setVisible(update.isPresent());
        if (update.isPresent()) {
            Colors colors = Colors.current();
            JPanel card = card(Colors.mixed(colors.panel(), colors.checked(), TINT));
            if (workbench.stepper().cursor().filter(this::moved).isPresent()) {
                tell(card, update.get());
            } else {
                card.add(absent(Reading.Known.absent(hides() ? Reading.HIDDEN : Reading.NOT_YET)
                        .absent()));
            }
            add(card);
        }
    }

    private void tell(JPanel card, ParameterUpdate update) {
        Colors colors = Colors.current();
        ShortNames names = new ShortNames(node);
        for (UpdateLine line : update.lines(DIGITS)) {
            boolean scalar = line.value().shape().isScalar();
            String rule = names.in(line.rule());
            String text = scalar ? rule + " = " + line.numbers() : rule;
            card.add(new Paragraph(text, formulaFont(), colors.text()));
            card.add(new Amount(line.name(), Reading.Known.of(line.value()), colors.checked(), false));
        }
        card.add(new Amount(
                WORDS.text("update.moved"), Reading.Known.of(update.effectiveStep()), colors.checked(), false));
    }

    /** Whether the learner hides how it moves, which tells its gradient. */
    private boolean hides() {
        return workbench
                .stepper()
                .cursor()
                .map(TraceCursor::trace)
                .filter(trace -> trace.keptBack().contains(trace.steps().lastIndexOf(new Step.Update(node))))
                .isPresent();
    }

    private boolean moved(TraceCursor cursor) {
        return !hides() && cursor.trace().steps().lastIndexOf(new Step.Update(node)) < cursor.done();
    }
}
