package chainrule.editor.canvas;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.op.Category;
import chainrule.op.NodeType;
import chainrule.op.Presence;
import chainrule.tensor.Shape;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Optional;

/**
 * That an input is smaller than what its node gives out, so that its numbers are repeated (broadcast) to that shape: a
 * conversion that nobody has drawn.
 *
 * @param from the shape that comes in
 * @param to the shape that it is repeated to
 */
record Repetition(Shape from, Shape to) {
    private static final Phrases WORDS = Phrases.of(Repetition.class);
    private static final Font FONT = Fonts.ui(9, false);
    private static final double HEIGHT = 12;
    private static final double PAD = 4;

    /** What happens to the value that an edge brings into a slot; empty for most. */
    static Optional<Repetition> of(Graph graph, Numbers numbers, Slot slot) {
        NodeType type = graph.type(slot.node());
        boolean elementwise = type.category() == Category.ARITHMETIC
                && type.presence() == Presence.ACTIVE
                && type.outputs().size() == 1
                && graph.into(slot.node()).size() > 1;
        if (!elementwise) {
            return Optional.empty();
        }
        Optional<Shape> from = graph.into(slot).map(Edge::from).flatMap(numbers::shape);
        Optional<Shape> to = numbers.shape(first(slot.node(), type));
        return from.isPresent()
                        && to.isPresent()
                        && !from.get().equals(to.get())
                        && from.get().broadcastsWith(to.get())
                        && from.get().broadcast(to.get()).equals(to.get())
                ? Optional.of(new Repetition(from.get(), to.get()))
                : Optional.empty();
    }

    private static Source first(NodeId node, NodeType type) {
        return new Source(node, type.outputs().get(0).name());
    }

    /** In words: from which shape to which, and that the gradient is added up again. */
    String sentence() {
        return WORDS.text("repetition", from, to);
    }

    /** A small badge before the port. */
    void paint(Graphics2D g, Colors colors, Point2D port) {
        String text = "⇉ " + to;
        double width = Lettering.width(text, FONT) + 2 * PAD;
        double right = port.getX() - 8;
        g.setColor(colors.valueGround());
        g.fill(new RoundRectangle2D.Double(right - width, port.getY() + 4, width, HEIGHT, 6, 6));
        g.setColor(colors.value());
        Lettering.right(g, text, FONT, right - PAD, port.getY() + 13);
    }
}
