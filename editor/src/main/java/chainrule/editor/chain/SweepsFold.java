package chainrule.editor.chain;

import chainrule.editor.part.Fold;
import chainrule.editor.session.Aside;
import chainrule.editor.theme.Colors;
import chainrule.exec.ExecutionPlan;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.op.Formula;
import chainrule.tensor.Digits;
import chainrule.tensor.Tensor;
import chainrule.trace.BothWays;
import chainrule.trace.Multiplications;
import java.awt.Color;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** One derivative from both ends: the tangent that goes forward, the gradient that comes back, and what each costs. */
final class SweepsFold extends Fold {
    private static final Phrases WORDS = Phrases.of(SweepsFold.class);
    private static final long serialVersionUID = 1;
    private static final int MOST_ROWS = 40;

    private final transient Aside.Asker engine;
    private final transient ElementChoice element = new ElementChoice("sweeps.element", at -> ask());
    private transient @Nullable Question question;

    /** What the engine says of one element. */
    private record Answer(String root, BothWays both, Multiplications costs, java.util.Map<Source, Tensor> gradients) {}

    SweepsFold(Aside aside) {
        super("sweeps", WORDS.text("chain.sweeps"), WORDS.text("sweeps.hint"));
        this.engine = aside.asker();
        setName("chain.sweeps");
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
        element.set(0, elements());
        content().removeAll();
        opened();
    }

    @Override
    protected void opened() {
        if (isOpen()) {
            ask();
        }
    }

    private int elements() {
        Question now = question;
        return now == null || now.source() == null
                ? 1
                : (int) now.trace().plan().shape(now.source()).size();
    }

    private void ask() {
        Question now = question;
        engine.forget();
        if (now == null || now.source() == null) {
            none(WORDS.text("sweeps.notYet"));
            return;
        }
        Source source = now.source();
        int at = element.element();
        engine.ask(
                now.trace(),
                now.root(),
                d -> {
                    if (!d.plan().hasGradient(source)) {
                        return Optional.<Answer>empty();
                    }
                    java.util.Map<Source, Tensor> gradients = new java.util.HashMap<>();
                    d.plan().contributions().keySet().forEach(s -> gradients.put(s, d.gradient(s)));
                    String root = d.plan().root().map(NodeId::last).orElse("");
                    return Optional.of(new Answer(root, d.bothWays(source, at), d.multiplications(source), gradients));
                },
                answer -> answer.ifPresentOrElse(
                        found -> show(now.trace().plan(), found), () -> none(WORDS.text("sweeps.none"))));
    }

    private void none(String sentence) {
        content().removeAll();
        content().add(text(sentence));
        content().revalidate();
        content().repaint();
    }

    private void show(ExecutionPlan plan, Answer answer) {
        content().removeAll();
        element.addTo(content(), elements());
        Colors colors = Colors.current();
        String from = answer.both.source().node().last() + (elements() > 1 ? "[" + answer.both.element() + "]" : "");
        String root = answer.root;
        content().add(text(WORDS.text("sweeps.what", from, root, root, from)));
        JPanel card = card(colors.canvas());
        card.add(mono("∂%s/∂%s".formatted(root, from), colors.text()));
        card.add(row(
                mono(WORDS.text("sweeps.forward", Formula.dot(root)), colors.value()),
                amount(answer.both.forward(), colors.value(), "sweeps.forward")));
        card.add(row(
                mono(WORDS.text("sweeps.reverse", Formula.bar(from)), colors.gradient()),
                amount(answer.both.reverse(), colors.gradient(), "sweeps.reverse")));
        content().add(card);
        content().add(table(plan, answer));
        costs(answer.costs, root);
        content().revalidate();
        content().repaint();
    }

    private JComponent table(ExecutionPlan plan, Answer answer) {
        Colors colors = Colors.current();
        JPanel table = card(colors.canvas());
        table.setLayout(new MigLayout("insets 8 12 8 12, fillx, wrap 3, gap 10 2", "[grow][right][right]"));
        table.setName("sweeps.table");
        table.add(quiet(WORDS.text("sweeps.node")));
        table.add(mono(WORDS.text("sweeps.moves"), colors.value()));
        table.add(mono(WORDS.text("sweeps.gradient"), colors.gradient()));
        int rows = 0;
        for (NodeId id : plan.order()) {
            Source output = plan.first(id);
            Tensor tangent = answer.both.tangents().get(output);
            Tensor gradient = answer.gradients.get(output);
            if (tangent != null && gradient != null && rows < MOST_ROWS) {
                table.add(mono(id.last(), colors.text()));
                table.add(mono(Digits.summary(tangent), colors.value()));
                table.add(mono(Digits.summary(gradient), colors.gradient()));
                rows++;
            }
        }
        return table;
    }

    private void costs(Multiplications costs, String root) {
        content().add(title(WORDS.text("sweeps.costs")));
        content().add(text(sentence("sweeps.one", root, costs.one())));
        content().add(text(sentence("sweeps.all", root, costs.all())));
        content().add(text(WORDS.text("sweeps.counted")));
        Optional.of(costs.uncounted()).filter(edges -> edges > 0).ifPresent(edges -> content()
                .add(text(WORDS.count("sweeps.uncounted", edges))));
    }

    private static String sentence(String what, String root, Multiplications.Cost cost) {
        return WORDS.text(
                "sweeps.cost",
                WORDS.text(what, root),
                WORDS.count("sweeps.many", cost.forwardSweeps()),
                cost.forward(),
                WORDS.count("sweeps.many", cost.reverseSweeps()),
                cost.reverse());
    }

    private static JLabel mono(String text, Color color) {
        JLabel label = new JLabel(text);
        label.setFont(formulaFont());
        label.setForeground(color);
        return label;
    }

    private static JLabel amount(double number, Color color, String name) {
        JLabel label = new JLabel(Digits.brief(number), SwingConstants.TRAILING);
        label.setName(name);
        label.setFont(numberFont());
        label.setForeground(color);
        label.setToolTipText(Digits.full(number));
        return label;
    }
}
