package chainrule.editor.canvas;

import chainrule.editor.document.command.Hold;
import chainrule.graph.NodeId;
import chainrule.io.LiteralText;
import chainrule.language.Phrases;
import chainrule.op.Held;
import chainrule.op.Literal;
import chainrule.op.SettingProblem;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Takes the value at which a node is to be held, in a field over the row that shows its value. */
final class Holding {
    private static final Phrases WORDS = Phrases.of(Holding.class);
    private static final int MOST_WRITTEN = 16;

    private final GraphCanvas canvas;

    Holding(GraphCanvas canvas) {
        this.canvas = canvas;
    }

    void ask(NodeId node) {
        canvas.scene().card(node).ifPresent(card -> {
            Rectangle2D all = card.bounds();
            double top = card.collapsed() ? all.getY() : all.getY() + NodeMetrics.TITLE;
            Rectangle2D field = new Rectangle2D.Double(all.getX(), top, all.getWidth(), NodeMetrics.ROW);
            Optional<Tensor> value = canvas.scene().numbers().finalValue(card.firstOutput());
            String text = value.filter(tensor -> tensor.size() <= MOST_WRITTEN)
                    .map(Holding::written)
                    .orElse("");
            canvas.inPlace()
                    .line("node.hold", field, text, said -> taken(node, said.strip(), value.map(Tensor::shape)));
        });
    }

    private static String written(Tensor value) {
        return LiteralText.of(value.shape().isScalar() ? new Literal.Number(value.item()) : new Literal.Numbers(value));
    }

    private Optional<String> taken(NodeId node, String text, Optional<Shape> shape) {
        if (text.isEmpty() || !canvas.document().graph().has(node)) {
            return Optional.empty();
        }
        Optional<Tensor> value = read(text, shape.orElse(Shape.scalar()));
        value.ifPresent(tensor -> canvas.perform(new Hold(Map.of(node, tensor))));
        return value.isPresent() ? Optional.empty() : Optional.of(WORDS.text("hold.odd", text));
    }

    /** A number is held in every element of an array; a list is held as it is. */
    private static Optional<Tensor> read(String text, Shape shape) {
        String plain = text.startsWith("[") ? text : text.replace(',', '.').replace('−', '-');
        Optional<Literal> literal = LiteralText.read(plain);
        if (literal.isEmpty()) {
            return Optional.empty();
        }
        try {
            Tensor value = Held.VALUE.read(literal.get());
            return Optional.of(value.shape().isScalar() ? filled(shape, value.item()) : value);
        } catch (SettingProblem problem) {
            return Optional.empty();
        }
    }

    private static Tensor filled(Shape shape, double number) {
        double[] elements = new double[(int) shape.size()];
        Arrays.fill(elements, number);
        return Tensor.of(shape, elements);
    }
}
