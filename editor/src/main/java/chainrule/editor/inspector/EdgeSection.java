package chainrule.editor.inspector;

import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Problem;
import chainrule.graph.Slot;
import chainrule.language.Phrases;
import chainrule.op.NodeType;
import chainrule.tensor.Tensor;
import com.formdev.flatlaf.util.UIScale;
import java.util.Objects;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** An edge: the value that flows forward along it, and the gradient that flows back as the product it is. */
final class EdgeSection extends Section {
    private static final Phrases WORDS = Phrases.of(EdgeSection.class);
    private static final long serialVersionUID = 1;

    private final transient Workbench workbench;
    private final transient Slot slot;

    EdgeSection(Workbench workbench, Slot slot) {
        super("");
        this.workbench = workbench;
        this.slot = slot;
        setName("inspector.edge");
    }

    @Override
    void refresh() {
        clear(0);
        Graph graph = workbench.showing().document().graph();
        graph.into(slot).ifPresent(edge -> fill(edge, graph.type(slot.node())));
    }

    private void fill(Edge edge, NodeType consumer) {
        Colors colors = Colors.current();
        Reading reading = Reading.of(workbench);
        JLabel heading = new JLabel(edge.from() + " → " + edge.to());
        heading.setFont(Fonts.ui(UIScale.scale(16f), true));
        heading.setForeground(colors.text());
        add(heading);
        for (Problem problem : workbench
                .showing()
                .shown()
                .problemsAt(slot.node(), workbench.stepper().evaluation())) {
            if (Objects.equals(problem.port(), slot.port())) {
                add(problem(problem.sentence()));
            }
        }
        add(title(WORDS.text("forward.title")));
        JPanel value = card(colors.valueGround());
        value.add(new Amount(edge.from().toString(), reading.value(edge.from()), colors.value(), reading.stale()));
        add(value);
        add(title(WORDS.text("edge.backward")));
        add(PullCard.of(edge, consumer, reading, colors));
        factors(edge, reading, colors);
    }

    private void factors(Edge edge, Reading reading, Colors colors) {
        reading.upstream(slot).ifPresent(upstream -> {
            add(title(WORDS.text("edge.factors")));
            JPanel card = card(colors.canvas());
            Reading.Known arrived = Reading.Known.of(upstream);
            card.add(new Amount(
                    WORDS.text("edge.upstream", edge.to().node().last()), arrived, colors.gradient(), false));
            reading.local(slot).ifPresent(local -> local(card, local, edge, colors));
            add(card);
        });
    }

    private void local(JPanel card, Tensor local, Edge edge, Colors colors) {
        String name = WORDS.text(
                "edge.local", edge.to().node().last(), edge.from().node().last());
        card.add(new Amount(name, Reading.Known.of(local), colors.text(), false));
        if (!local.shape().isScalar()) {
            card.add(text(WORDS.text("edge.rows")));
        }
    }
}
