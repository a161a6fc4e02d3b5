package chainrule.editor.chain;

import chainrule.check.NodeCheck;
import chainrule.check.PlaceCheck;
import chainrule.check.Verdict;
import chainrule.editor.part.Fold;
import chainrule.editor.part.Piece;
import chainrule.editor.session.Aside;
import chainrule.editor.theme.Colors;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;
import java.awt.Color;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.SwingConstants;
import org.jspecify.annotations.Nullable;

/** The gradient beside what nudging the number does to the loss, and how that depends on the size of the nudge. */
final class CheckFold extends Fold {
    private static final Phrases WORDS = Phrases.of(CheckFold.class);
    private static final long serialVersionUID = 1;

    private final transient Aside.Asker engine;
    private final transient ElementChoice element = new ElementChoice("check.element", this::ask);
    private transient @Nullable Question question;

    CheckFold(Aside aside) {
        super("check", WORDS.text("check.title"), WORDS.text("check.hint"));
        this.engine = aside.asker();
        setName("chain.check");
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (element != null) {
            element.updateUI();
        }
    }

    /** Is about another question from now on; null where there is nothing to ask. */
    void about(@Nullable Question now) {
        question = now;
        content().removeAll();
        opened();
    }

    @Override
    protected void opened() {
        if (isOpen()) {
            ask(-1);
        }
    }

    private void ask(int at) {
        Question now = question;
        engine.forget();
        if (now == null) {
            content().removeAll();
            content().add(text(WORDS.text("chain.notYet")));
            return;
        }
        Slot edge = now.edge();
        Source source = now.source();
        if (edge != null) {
            engine.check(now.trace(), checks -> checks.at(edge, at), this::show);
        } else if (source != null) {
            engine.check(now.trace(), checks -> checks.at(source, at), this::show);
        }
    }

    private void show(PlaceCheck check) {
        content().removeAll();
        NodeCheck.Element found = check.element();
        element.set(found.position(), check.size());
        element.addTo(content(), check.size());
        Colors colors = Colors.current();
        JPanel card = card(colors.canvas());
        card.add(row(
                quiet(WORDS.text("check.gradient", check.place())),
                number(found.analytic(), colors.gradient(), "analytic")));
        card.add(row(quiet(WORDS.text("check.slope")), number(found.numeric(), colors.text(), "numeric")));
        card.add(row(quiet(WORDS.text("check.error")), number(found.error(), ink(found.verdict()), "error")));
        content().add(card);
        JComponent sentence = verdict(check);
        content().add(sentence);
        steps(check);
        content().revalidate();
        content().repaint();
    }

    private JComponent verdict(PlaceCheck check) {
        Verdict verdict = check.element().verdict();
        String sign = verdict == Verdict.GREEN ? "✓ " : verdict == Verdict.RED ? "⚠ " : "";
        JComponent sentence = Piece.text(sign + check.sentence());
        sentence.setForeground(ink(verdict));
        sentence.setName("check.verdict");
        return sentence;
    }

    private static Color ink(Verdict verdict) {
        return switch (verdict) {
            case GREEN -> Colors.current().checked();
            case RED -> Colors.current().problem();
            default -> Colors.current().text();
        };
    }

    /** The slider of step sizes with its curve. */
    private void steps(PlaceCheck check) {
        content().add(title(WORDS.text("check.nudge")));
        JSlider slider = new JSlider(0, check.curve().size() - 1, check.curve().size() / 3);
        slider.setInverted(true);
        slider.setName("check.h");
        slider.getAccessibleContext().setAccessibleName(WORDS.text("check.step"));
        ErrorPlot plot = new ErrorPlot(check.curve(), slider::setValue);
        JLabel words = quiet("");
        words.setName("check.at");
        Runnable mark = () -> {
            PlaceCheck.StepSize step = check.curve().get(slider.getValue());
            plot.mark(slider.getValue());
            words.setText(WORDS.text(
                    "check.at",
                    Digits.significant(step.h(), 2),
                    Digits.significant(step.numeric(), 8),
                    Digits.significant(step.error(), 2)));
        };
        slider.addChangeListener(moved -> mark.run());
        mark.run();
        content().add(plot);
        content().add(slider);
        content().add(words);
        content().add(text(WORDS.text("check.why")));
    }

    private static JLabel number(double value, Color color, String name) {
        JLabel label = new JLabel(Digits.significant(value, 6), SwingConstants.TRAILING);
        label.setName("check." + name);
        label.setFont(numberFont());
        label.setForeground(color);
        label.setToolTipText(Digits.full(value));
        return label;
    }
}
