package chainrule.editor.inspector;

import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Colors;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.JPanel;

/** The gradient of a node: what arrives along each outgoing edge, and the sum. */
final class GradientSection extends Section {
    private static final Phrases WORDS = Phrases.of(GradientSection.class);
    private static final long serialVersionUID = 1;

    private final transient Workbench workbench;
    private final transient NodeId node;

    GradientSection(Workbench workbench, NodeId node) {
        super(WORDS.text("gradient.title", node.last()));
        this.workbench = workbench;
        this.node = node;
        setName("inspector.gradient");
    }

    @Override
    void refresh() {
        clear(1);
        Graph graph = workbench.showing().document().graph();
        if (!graph.has(node)) {
            return;
        }
        Source source = new Source(node, graph.type(node).outputs().get(0).name());
        Reading reading = Reading.of(workbench);
        List<Slot> slots = reading.contributors(source);
        Colors colors = Colors.current();
        JPanel card = card(colors.gradientGround());
        if (slots.size() > 1) {
            for (Slot slot : slots) {
                card.add(new Amount(
                        WORDS.text("gradient.from", slot.node().last()),
                        reading.contribution(slot),
                        colors.gradient(),
                        false));
            }
        }
        card.add(new Amount(
                words(reading, source, slots), reading.gradient(source), colors.gradient(), reading.stale()));
        add(card);
    }

    private static String words(Reading reading, Source source, List<Slot> slots) {
        Reading.Known gradient = reading.gradient(source);
        if (gradient.equals(Reading.Known.absent(Reading.NO_GRADIENT))) {
            return WORDS.text("gradient.unreached");
        }
        if (slots.size() > 1) {
            return sum(reading, slots) + (gradient.tensor() == null ? "" : " =");
        }
        return slots.isEmpty()
                ? (gradient.tensor() == null ? "" : WORDS.text("gradient.seed"))
                : WORDS.text("gradient.from", slots.get(0).node().last());
    }

    /** {@code 2 + 3}, with dots for what has not arrived; WORDS.text("gradient.sum") for tensors. */
    private static String sum(Reading reading, List<Slot> slots) {
        boolean scalars = slots.stream()
                .map(reading::contribution)
                .allMatch(k -> k.tensor() == null || k.tensor().shape().isScalar());
        return scalars
                ? slots.stream()
                        .map(reading::contribution)
                        .map(k -> k.tensor() == null
                                ? "…"
                                : Digits.factor(k.tensor().item(), 4))
                        .collect(Collectors.joining(" + "))
                : WORDS.text("gradient.sum");
    }
}
