package chainrule.editor.inspector;

import chainrule.editor.part.Paragraph;
import chainrule.editor.theme.Colors;
import chainrule.graph.Edge;
import chainrule.language.Phrases;
import chainrule.op.Formula;
import chainrule.op.NodeType;
import chainrule.op.Vjp;
import chainrule.tensor.Tensor;
import chainrule.trace.Explanation;
import java.util.Optional;
import javax.swing.JPanel;

/** One pull of a gradient: upstream times local is what flows back along the edge. */
final class PullCard {
    private static final Phrases WORDS = Phrases.of(PullCard.class);

    private PullCard() {}

    static JPanel of(Edge edge, NodeType consumer, Reading reading, Colors colors) {
        JPanel card = Section.card(colors.gradientGround());
        Optional<Vjp> blocked =
                consumer.input(edge.to().port()).flatMap(consumer::vjp).filter(Vjp::blocked);
        if (blocked.isPresent()) {
            card.add(new Paragraph(Formula.told(blocked.get().formula()), Section.formulaFont(), colors.text()));
            card.setName("inspector.pull." + edge.to());
            return card;
        }
        Reading.Known known = reading.contribution(edge.to());
        Optional<Explanation> explanation = reading.pull(edge.to());
        String from = edge.from().node().last();
        String to = edge.to().node().last();
        String rule = explanation
                .map(Explanation::rule)
                .orElse("%s += %s · ∂%s/∂%s".formatted(Formula.bar(from), Formula.bar(to), to, from));
        card.add(new Paragraph(rule, Section.formulaFont(), colors.text()));
        explanation.filter(e -> !e.formula().equals(e.rule())).ifPresent(e -> {
            String numbers = e.formulaNumbers();
            int equals = numbers.lastIndexOf(" = ");
            String text = equals < 0 ? e.formula() : e.formula() + " = " + numbers.substring(0, equals);
            card.add(new Paragraph(text, Section.formulaFont(), colors.quiet()));
        });
        Tensor tensor = known.tensor();
        String product = tensor != null && tensor.shape().isScalar()
                ? explanation.map(e -> beforeResult(e.numbers())).orElse("")
                : "";
        String label = product.isEmpty() ? WORDS.text("pull.back", from) : "= " + product + " =";
        Amount amount = new Amount(label, known, colors.gradient(), reading.stale());
        card.add(amount);
        card.setName("inspector.pull." + edge.to());
        return card;
    }

    private static String beforeResult(String numbers) {
        int equals = numbers.lastIndexOf(" = ");
        return equals < 0 ? "" : numbers.substring(0, equals);
    }
}
