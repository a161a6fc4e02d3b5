package chainrule.editor.health;

import chainrule.editor.part.Paragraph;
import chainrule.editor.part.Piece;
import chainrule.editor.session.Sight;
import chainrule.editor.session.VitalWords;
import chainrule.editor.session.Workbench;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.health.Checkup;
import chainrule.health.Histogram;
import chainrule.language.Phrases;
import chainrule.tensor.Tensor;
import java.util.Optional;
import javax.swing.JLabel;
import org.jspecify.annotations.Nullable;

/** How the values and gradients of the selected node are spread, and how many of them are lost. */
final class SpreadPiece extends Piece {
    private static final long serialVersionUID = 1;
    private static final Phrases WORDS = Phrases.of(SpreadPiece.class);
    private static final int RANGES = 24;

    private final transient Workbench bench;
    private final JLabel heading = title(" ");
    private final Paragraph lost = text("");
    private final JLabel ofValues = quiet(" ");
    private final JLabel ofGradients = quiet(" ");
    private final HistogramPlot values = new HistogramPlot(false);
    private final HistogramPlot gradients = new HistogramPlot(true);

    SpreadPiece(Workbench bench) {
        super("");
        this.bench = bench;
        heading.setName("health.node");
        lost.setName("health.lost");
        add(heading);
        add(lost);
        add(ofValues);
        add(values);
        add(ofGradients);
        add(gradients);
    }

    /** Shows what is so where the learner stands. */
    void refresh() {
        Graph graph = bench.showing().document().graph();
        Optional<NodeId> node = bench.selection().onlyNode().filter(graph::has);
        heading.setText(node.map(id -> WORDS.text("spread.of", id)).orElse(WORDS.text("spread.select")));
        String said = node.flatMap(this::activity).orElse("");
        lost.show(said);
        lost.setVisible(!said.isEmpty());
        Optional<Source> source = node.filter(id -> !graph.type(id).outputs().isEmpty())
                .map(id -> new Source(id, graph.type(id).outputs().get(0).name()));
        Optional<Sight> sight =
                bench.stepper().cursor().map(c -> new Sight(bench.showing().shown(), c.trace(), c.view()));
        show(values, ofValues, source.flatMap(s -> sight.filter(v -> v.knows(s.node()))
                .flatMap(v -> v.value(s))));
        show(gradients, ofGradients, source.flatMap(s -> sight.flatMap(v -> v.gradient(s))));
    }

    private Optional<String> activity(NodeId node) {
        Optional<Checkup> checkup = bench.vitals().checkup();
        return bench.stepper()
                .cursor()
                .filter(c -> c.trace().plan().graph().has(node))
                .flatMap(c -> checkup.flatMap(measured -> measured.activity(node, c.view())))
                .map(activity -> VitalWords.lost(node.name(), activity));
    }

    private static void show(HistogramPlot plot, JLabel words, Optional<Tensor> tensor) {
        @Nullable
        Histogram histogram = tensor.filter(t -> t.size() > 0)
                .map(t -> Histogram.of(t, RANGES))
                .orElse(null);
        plot.show(histogram);
        words.setText(plot.words());
        words.setVisible(histogram != null);
    }
}
