package chainrule.editor.chain;

import chainrule.editor.part.Fold;
import chainrule.editor.part.Paragraph;
import chainrule.editor.session.Aside;
import chainrule.editor.session.Blanks;
import chainrule.editor.session.Selection;
import chainrule.editor.session.Stepper;
import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Colors;
import chainrule.exec.Step;
import chainrule.language.Phrases;
import chainrule.predict.Hiding;
import chainrule.predict.Question;
import chainrule.predict.Questions;
import chainrule.predict.Verdict;
import chainrule.trace.Trace;
import chainrule.trace.TraceCursor;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * Predict, then reveal: what the next step writes is asked before the cursor of the pass goes there, so that no part of
 * the window shows it. A right answer, or giving up, goes on. Where only some nodes and edges are hidden, the rest of the
 * pass is seen meanwhile.
 */
final class PredictFold extends Fold {
    private static final Phrases WORDS = Phrases.of(PredictFold.class);
    private static final long serialVersionUID = 1;
    private static final int MOST_SHOWN = 8;

    /** Which steps are asked about; the others are shown at once. */
    private enum Hidden {
        GRADIENTS,
        ALL;

        boolean asks(Step step) {
            return this == ALL || !(step instanceof Step.Forward);
        }

        @Override
        public String toString() {
            return WORDS.text("hidden." + name());
        }
    }

    private final transient Workbench bench;
    private final transient Stepper stepper;
    private final transient Blanks blanks;
    private final MarksPiece marks;
    private final transient Aside.Asker engine;
    private final transient ElementChoice element = new ElementChoice("predict.element", at -> ask());
    private final JComboBox<Hidden> hidden = new JComboBox<>(Hidden.values());
    private final JComboBox<Said> kind = new JComboBox<>(Said.values());
    private final JTextField answer = new JTextField(8);
    private final transient List<Attempt> attempts = new ArrayList<>();
    private transient @Nullable TraceCursor asked;
    private int target = -1;
    private transient @Nullable Question question;
    private String said = "";
    private boolean good;
    private boolean toAnswer;

    PredictFold(Workbench bench, Aside aside) {
        super("predict", WORDS.text("predict.title"), WORDS.text("predict.hint"));
        this.bench = bench;
        this.stepper = bench.stepper();
        this.blanks = stepper.blanks();
        this.marks = new MarksPiece(bench, () -> begin(true));
        this.engine = aside.asker();
        setName("chain.predict");
        hidden.setName("predict.hidden");
        hidden.getAccessibleContext().setAccessibleName(WORDS.text("predict.hidden.name"));
        hidden.addActionListener(chosen -> {
            blanks.values(hidden.getSelectedItem() == Hidden.ALL);
            begin(true);
        });
        blanks.onChange(this::marked);
        kind.setName("predict.kind");
        kind.getAccessibleContext().setAccessibleName(WORDS.text("predict.kind.name"));
        answer.setName("predict.answer");
        answer.getAccessibleContext().setAccessibleName(WORDS.text("predict.answer.name"));
        answer.addActionListener(entered -> judge());
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (answer != null) {
            for (JComponent kept : List.of(hidden, marks, kind, answer)) {
                SwingUtilities.updateComponentTreeUI(kept);
            }
            element.updateUI();
            asked = null;
        }
    }

    /** Goes to the first step that is hidden, where the pass is over or {@code anew}, and asks about it. */
    void begin(boolean anew) {
        if (blanks.isOn()) {
            blanks.values(hidden.getSelectedItem() == Hidden.ALL);
            stepper.toEnd();
        } else {
            stepper.cursor().filter(c -> anew || c.isAtEnd()).ifPresent(c -> stepper.moveTo(0));
        }
        goTo();
    }

    /** Other nodes and edges are hidden now. */
    private void marked() {
        if (blanks.isOn() && blanks.marked().values() && hidden.getSelectedItem() != Hidden.ALL) {
            hidden.setSelectedItem(Hidden.ALL);
        }
        if (isOpen()) {
            about();
            fill();
        }
    }

    /** Asks about the first hidden step from here on, and waits for the answer. */
    private void goTo() {
        toAnswer = true;
        stepper.cursor().filter(c -> !blanks.isOn()).ifPresent(this::skip);
        about();
    }

    /** Is about the step after the cursor of the pass, or the next of those that are hidden: the selected one first. */
    void about() {
        TraceCursor now = stepper.cursor().orElse(null);
        int wanted = now == null ? -1 : target(now);
        if (isOpen() && (now == null || !now.equals(asked) || wanted != target)) {
            asked = now;
            target = wanted;
            question = null;
            if (now != null && wanted >= 0) {
                element.set(0, now.trace().result(wanted).size());
            }
            ask();
            fill();
        }
    }

    /** Which step is asked about; −1 for none. */
    private int target(TraceCursor now) {
        if (blanks.isOn()) {
            Selection selected = bench.selection();
            return blanks.next(new Hiding(
                            selected.nodes(), selected.edges(), blanks.marked().values()))
                    .orElse(-1);
        }
        return now.isAtEnd() ? -1 : now.done();
    }

    @Override
    protected void opened() {
        begin(false);
    }

    @Override
    protected void closed() {
        engine.forget();
        asked = null;
        question = null;
        blanks.end();
    }

    /** Shows the steps that nobody asks about. */
    private void skip(TraceCursor from) {
        Hidden mode = (Hidden) Optional.ofNullable(hidden.getSelectedItem()).orElse(Hidden.GRADIENTS);
        List<Step> steps = from.trace().steps();
        int done = from.done();
        while (done < steps.size() && !mode.asks(steps.get(done))) {
            done++;
        }
        stepper.moveTo(done);
    }

    private void ask() {
        TraceCursor now = asked;
        engine.forget();
        int step = target;
        if (now != null && step >= 0 && Aside.refusal(now.trace()).isEmpty()) {
            Trace trace = now.trace();
            int at = element.element();
            engine.ask(trace, d -> new Questions(trace.whole(), d).at(step, at), made -> {
                question = made;
                fill();
            });
        }
    }

    private void judge() {
        Question now = question;
        Said how = (Said) Optional.ofNullable(kind.getSelectedItem()).orElse(Said.NUMBER);
        String text = answer.getText();
        if (now == null || text.isBlank()) {
            return;
        }
        Optional<Verdict> verdict = how.judged(now, text);
        said = verdict.map(Verdict::sentence).orElse(how.refusal(text));
        good = verdict.filter(Verdict::right).isPresent();
        verdict.ifPresent(v -> attempts.add(new Attempt(now.about(), text.strip(), v)));
        if (good && how == Said.NUMBER) {
            answer.setText("");
            goOn();
        } else {
            toAnswer = true;
            fill();
        }
    }

    private void reveal() {
        said = "";
        answer.setText("");
        goOn();
    }

    private void goOn() {
        if (blanks.isOn()) {
            toAnswer = true;
            blanks.reveal(target);
        } else {
            stepper.next();
        }
        goTo();
    }

    private void fill() {
        toAnswer |= answer.isFocusOwner();
        content().removeAll();
        content().add(hidden);
        marks.fill();
        content().add(marks);
        if (!said.isEmpty()) {
            Color ink = good ? Colors.current().checked() : Colors.current().problem();
            Paragraph verdict = text((good ? "✓ " : "✗ ") + said);
            verdict.setForeground(ink);
            verdict.setName("predict.verdict");
            content().add(verdict);
        }
        Question now = question;
        if (now != null) {
            question(now);
        } else if (target < 0) {
            over();
        }
        history();
        content().revalidate();
        content().repaint();
        if (toAnswer && now != null) {
            toAnswer = false;
            answer.requestFocusInWindow();
        }
    }

    /** Nothing is left to ask. */
    private void over() {
        if (!blanks.isOn()) {
            content().add(text(WORDS.text("predict.over")));
        } else if (!blanks.marked().isEmpty()) {
            content().add(text(WORDS.text("predict.found")));
        } else {
            return;
        }
        JButton again = button("predict.again", WORDS.text("predict.again.name"), () -> {
            blanks.turn(blanks.isOn());
            begin(true);
        });
        content().add(again);
        if (toAnswer) {
            toAnswer = false;
            again.requestFocusInWindow();
        }
    }

    private void question(Question now) {
        boolean one = now.shape().size() == 1;
        element.addTo(content(), (int) now.shape().size());
        Paragraph asking = text(
                one
                        ? WORDS.text("predict.what", now.about())
                        : WORDS.text("predict.which", now.about(), now.element()));
        asking.setName("predict.question");
        content().add(asking);
        JPanel row = new JPanel(new MigLayout("insets 0, gap 6 6, fillx", "[][grow,fill,0:0:]"));
        row.setOpaque(false);
        row.add(kind);
        row.add(answer, "wrap");
        row.add(button("predict.say", WORDS.text("predict.say.name"), this::judge), "span, split 2");
        row.add(button("predict.reveal", WORDS.text("predict.reveal.name"), this::reveal));
        content().add(row);
    }

    private void history() {
        if (attempts.isEmpty()) {
            return;
        }
        long right = attempts.stream().filter(a -> a.verdict().right()).count();
        content().add(title(WORDS.text("predict.right", right, attempts.size())));
        List<Attempt> last =
                new ArrayList<>(attempts.subList(Math.max(0, attempts.size() - MOST_SHOWN), attempts.size()));
        Collections.reverse(last);
        for (Attempt attempt : last) {
            Color ink = attempt.verdict().right()
                    ? Colors.current().checked()
                    : Colors.current().problem();
            content().add(new Paragraph(attempt.line(), quiet("").getFont(), ink));
        }
    }

    private static JButton button(String name, String text, Runnable deed) {
        JButton button = new JButton(text);
        button.setName(name);
        button.addActionListener(pressed -> deed.run());
        return button;
    }
}
