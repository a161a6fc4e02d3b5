package chainrule.editor.health;

import chainrule.editor.part.Paragraph;
import chainrule.editor.part.Piece;
import chainrule.editor.session.Aside;
import chainrule.editor.session.Workbench;
import chainrule.graph.Source;
import chainrule.health.Chain;
import chainrule.health.Chains;
import chainrule.health.Checkup;
import chainrule.health.Jacobians;
import chainrule.language.Phrases;
import chainrule.trace.GradientView;
import chainrule.trace.Trace;
import chainrule.trace.TraceCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/** How a change of the state grows or fades over the steps of an unrolled network, or the layers of a deep one. */
final class TimePiece extends Piece {
    private static final long serialVersionUID = 1;
    private static final Phrases WORDS = Phrases.of(TimePiece.class);
    /** While a training runs one pass follows the other: only one that stays is looked into. */
    private static final int PAUSE_MILLIS = 200;

    /** What is shown of each state. */
    private enum Of {
        PRODUCT,
        FACTOR,
        GRADIENT
    }

    private final transient Workbench bench;
    private final transient Aside.Asker asker;
    private final JComboBox<String> chains = new JComboBox<>();
    private final JComboBox<String> of = new JComboBox<>(
            new String[] {WORDS.text("time.product"), WORDS.text("time.factor"), WORDS.text("time.gradient")});
    private final Paragraph said = text("");
    private final JLabel pointed = quiet(" ");
    private final BarStrip strip;
    private final Timer pause = new Timer(PAUSE_MILLIS, event -> ask());
    private transient List<Chain> found = List.of();
    private transient @Nullable Trace seen;
    private transient @Nullable Jacobians known;

    TimePiece(Workbench bench, Aside aside, Spot spot) {
        super(WORDS.text("time.title"));
        this.bench = bench;
        this.asker = aside.asker();
        strip = new BarStrip("health.time", WORDS.text("time.title"), bar -> point(bar, spot), spot::go);
        chains.setName("health.chain");
        chains.getAccessibleContext().setAccessibleName(WORDS.text("time.chain"));
        chains.addActionListener(chosen -> {
            known = null;
            ask();
            showStates();
        });
        of.setName("health.of");
        of.getAccessibleContext().setAccessibleName(WORDS.text("time.of"));
        of.addActionListener(chosen -> showStates());
        said.setName("health.chainSaid");
        pause.setRepeats(false);
        add(chains);
        add(of);
        add(new SidewaysPane(strip));
        add(pointed);
        add(said);
        setVisible(false);
    }

    /** Shows what is so where the learner stands. */
    void refresh() {
        Trace trace = bench.stepper().cursor().map(TraceCursor::trace).orElse(null);
        if (trace != seen) {
            List<Chain> before = found;
            boolean other = seen == null || trace == null || seen.plan() != trace.plan();
            seen = trace;
            known = null;
            asker.forget();
            if (other) {
                found = trace == null ? List.of() : Chains.of(trace.plan());
            }
            if (!found.equals(before)) {
                chains.setModel(new DefaultComboBoxModel<>(
                        found.stream().map(TimePiece::words).toArray(String[]::new)));
            }
            pause.restart();
        }
        setVisible(!found.isEmpty());
        showStates();
    }

    /** From where to where a chain leads. */
    private static String words(Chain chain) {
        return WORDS.text(
                "time.way", chain.first(), chain.last(), chain.states().size());
    }

    private Optional<Chain> chosen() {
        int index = chains.getSelectedIndex();
        return index >= 0 && index < found.size() ? Optional.of(found.get(index)) : Optional.empty();
    }

    private void ask() {
        Trace trace = seen;
        Chain chain = chosen().orElse(null);
        if (!isShowing()
                || trace == null
                || chain == null
                || Aside.refusal(trace).isPresent()) {
            return;
        }
        asker.ask(trace, derivatives -> Jacobians.of(derivatives, chain), answer -> {
            known = answer.orElse(null);
            showStates();
        });
    }

    private void showStates() {
        Chain chain = chosen().orElse(null);
        if (chain == null) {
            return;
        }
        Of shown = Of.values()[of.getSelectedIndex()];
        strip.show(
                shown == Of.GRADIENT ? gradients(chain) : jacobians(chain, shown),
                bench.vitals().bounds());
        pointed.setText(strip.marked() < 0 ? " " : strip.words(strip.bars().get(strip.marked())));
        said.show(explained(chain, shown));
        revalidate();
    }

    private List<Bar> gradients(Chain chain) {
        Checkup checkup = bench.vitals().checkup().orElseThrow();
        GradientView view = bench.stepper().view().orElseThrow();
        List<Bar> bars = new ArrayList<>();
        for (Source state : chain.states()) {
            bars.add(new Bar(state.node(), WORDS.text("time.gradientAt", state), checkup.norm(state, view)));
        }
        return bars;
    }

    /** The Jacobians are of the whole pass: where the learner stands inside of it they do not show what is to come. */
    private List<Bar> jacobians(Chain chain, Of shown) {
        boolean there = bench.stepper()
                .cursor()
                .filter(c -> c.done() >= c.trace().passSteps())
                .isPresent();
        Jacobians jacobians = there ? known : null;
        List<Source> states = chain.states();
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < states.size() - (shown == Of.FACTOR ? 1 : 0); i++) {
            Source to = shown == Of.FACTOR ? states.get(i + 1) : chain.last();
            String label = WORDS.text("time.jacobianAt", to, states.get(i));
            bars.add(new Bar(states.get(i).node(), label, number(jacobians, shown, i)));
        }
        return bars;
    }

    private static OptionalDouble number(@Nullable Jacobians jacobians, Of shown, int state) {
        if (jacobians == null) {
            return OptionalDouble.empty();
        }
        List<Double> numbers = shown == Of.FACTOR ? jacobians.factors() : jacobians.products();
        return OptionalDouble.of(numbers.get(state));
    }

    private String explained(Chain chain, Of shown) {
        if (shown == Of.GRADIENT) {
            return WORDS.text("time.gradientSaid");
        }
        Trace trace = seen;
        Optional<String> refusal = trace == null ? Optional.empty() : Aside.refusal(trace);
        if (trace != null && Jacobians.width(trace.plan(), chain) > Jacobians.MOST) {
            return WORDS.text("time.wide", Jacobians.MOST);
        }
        return refusal.orElseGet(() ->
                shown == Of.FACTOR ? WORDS.text("time.factorSaid") : WORDS.text("time.productSaid", chain.last()));
    }

    private void point(Bar bar, Spot spot) {
        pointed.setText(strip.words(bar));
        spot.point(bar);
    }
}
