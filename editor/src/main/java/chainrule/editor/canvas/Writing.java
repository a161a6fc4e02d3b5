package chainrule.editor.canvas;

import chainrule.editor.document.command.FeedConstant;
import chainrule.editor.document.command.LabelNode;
import chainrule.editor.document.command.Rename;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.io.Point;
import chainrule.language.Phrases;
import chainrule.op.Catalog;
import chainrule.op.Literal;
import chainrule.op.Settings;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

/** What is written on the cards themselves: a node's name, and a number for an input that nothing feeds. */
final class Writing {
    private static final Phrases WORDS = Phrases.of(Writing.class);
    private static final double FIELD_WIDTH = 84;
    private static final double FIELD_HEIGHT = 24;
    private static final double ASIDE = 60;

    private final GraphCanvas canvas;
    private final Catalog catalog;

    Writing(GraphCanvas canvas, Catalog catalog) {
        this.canvas = canvas;
        this.catalog = catalog;
    }

    /** Opens the name of a node. */
    void rename(NodeId node) {
        canvas.scene().card(node).ifPresent(card -> canvas.inPlace()
                .line("node.name", card.title(), node.last(), said -> renamed(node, said.strip())));
    }

    /** Opens what stands on a node in place of its type's name. */
    void label(NodeId node) {
        String now = canvas.document().node(node).label();
        canvas.scene().card(node).ifPresent(card -> canvas.inPlace().line("node.label", card.title(), now, said -> {
            canvas.perform(new LabelNode(node, said.strip()));
            return Optional.empty();
        }));
    }

    /** Opens a field beside a free input; the number typed into it becomes a constant that feeds it. */
    void feed(Slot slot) {
        canvas.scene().port(slot).ifPresent(port -> {
            Rectangle2D field = new Rectangle2D.Double(
                    port.getX() - FIELD_WIDTH - 4, port.getY() - FIELD_HEIGHT / 2, FIELD_WIDTH, FIELD_HEIGHT);
            canvas.inPlace().line("slot.number", field, "", said -> fed(slot, port, said.strip()));
        });
    }

    private Optional<String> renamed(NodeId node, String name) {
        if (name.equals(node.last())) {
            return Optional.empty();
        }
        if (!NodeId.legal(name)) {
            return Optional.of(WORDS.text("name.odd", name));
        }
        NodeId to = canvas.document().named(name);
        if (canvas.document().graph().has(to)) {
            return Optional.of(WORDS.text("name.taken", name));
        }
        canvas.perform(new Rename(node, to));
        canvas.selection().select(to);
        return Optional.empty();
    }

    private Optional<String> fed(Slot slot, Point2D port, String text) {
        Graph graph = canvas.document().graph();
        if (text.isEmpty() || !graph.has(slot.node())) {
            return Optional.empty();
        }
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException words) {
            return Optional.of(WORDS.text("number.odd", text));
        }
        Settings settings = Settings.none().with("value", new Literal.Number(number));
        NodeId id = canvas.document().freeId("constant");
        Point at = Grid.snapped(
                new Point(port.getX() - NodeMetrics.WIDTH - ASIDE, port.getY() - NodeMetrics.TITLE - NodeMetrics.ROW));
        canvas.perform(new FeedConstant(Node.of(id.name(), catalog.get("constant"), settings), at, slot));
        return Optional.empty();
    }
}
