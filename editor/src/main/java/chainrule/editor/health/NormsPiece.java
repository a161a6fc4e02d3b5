package chainrule.editor.health;

import chainrule.editor.part.Piece;
import chainrule.editor.session.Workbench;
import chainrule.graph.Source;
import chainrule.health.Bounds;
import chainrule.health.Checkup;
import chainrule.language.Phrases;
import chainrule.trace.GradientView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JCheckBox;
import javax.swing.JLabel;

/** The norm of every gradient along the graph, in the order in which the nodes are computed. */
final class NormsPiece extends Piece {
    private static final long serialVersionUID = 1;
    private static final Phrases WORDS = Phrases.of(NormsPiece.class);

    private final transient Workbench bench;
    private final JLabel summary = quiet(" ");
    private final JLabel pointed = quiet(" ");
    private final JCheckBox parameters = new JCheckBox(WORDS.text("norms.parameters"));
    private final BarStrip strip;

    NormsPiece(Workbench bench, Spot spot) {
        super(WORDS.text("norms.title"));
        this.bench = bench;
        strip = new BarStrip("health.norms", WORDS.text("norms.title"), bar -> point(bar, spot), spot::go);
        summary.setName("health.summary");
        pointed.setName("health.pointed");
        parameters.setName("health.parameters");
        parameters.setOpaque(false);
        parameters.addActionListener(chosen -> refresh());
        add(summary);
        add(new SidewaysPane(strip));
        add(pointed);
        add(parameters);
    }

    /** Shows what is so where the learner stands. */
    void refresh() {
        List<Bar> bars = new ArrayList<>();
        Optional<Checkup> checkup = bench.vitals().checkup();
        Optional<GradientView> view = bench.stepper().view();
        if (checkup.isPresent() && view.isPresent()) {
            for (Source source : checkup.get().measured()) {
                if (!parameters.isSelected() || checkup.get().isParameter(source)) {
                    bars.add(new Bar(
                            source.node(), source.toString(), checkup.get().norm(source, view.get())));
                }
            }
        }
        Bounds bounds = bench.vitals().bounds();
        strip.show(bars, bounds);
        summary.setText(bars.isEmpty() ? WORDS.text("norms.none") : counted(bars, bounds));
        pointed.setText(strip.marked() < 0 ? " " : strip.words(bars.get(strip.marked())));
    }

    /** The keys are the strip's from now on. */
    void begin() {
        strip.requestFocusInWindow();
    }

    private static String counted(List<Bar> bars, Bounds bounds) {
        int vanishing = 0;
        int exploding = 0;
        for (Bar bar : bars) {
            Bounds.Verdict verdict = bar.verdict(bounds);
            vanishing += bar.known().isPresent() && verdict == Bounds.Verdict.VANISHING ? 1 : 0;
            exploding += verdict == Bounds.Verdict.EXPLODING || verdict == Bounds.Verdict.NON_FINITE ? 1 : 0;
        }
        return WORDS.text("norms.summary", bars.size(), vanishing, exploding);
    }

    private void point(Bar bar, Spot spot) {
        pointed.setText(strip.words(bar));
        spot.point(bar);
    }
}
