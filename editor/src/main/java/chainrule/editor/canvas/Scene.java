package chainrule.editor.canvas;

import chainrule.editor.document.Document;
import chainrule.editor.theme.Colors;
import chainrule.graph.Edge;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.tensor.Shape;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One moment of the canvas as a value: the document, its numbers, what is marked, and where everything lies. */
final class Scene {
    private final Document document;
    private final Numbers numbers;
    private final Marks marks;
    private final Colors colors;
    private final Map<NodeId, Card> cards = new LinkedHashMap<>();
    private final Map<Slot, EdgeCurve> curves = new LinkedHashMap<>();
    private final List<RemarkBox> remarks;
    private @Nullable ChipLayout chips;
    private @Nullable WireInks inks;

    Scene(Document document, Numbers numbers, Marks marks, Colors colors) {
        this(document, numbers, marks, colors, Part.all());
    }

    /**
     * @param part what of the document is there; an edge is where both its ends are
     */
    Scene(Document document, Numbers numbers, Marks marks, Colors colors, Part part) {
        this.document = document;
        this.numbers = numbers;
        this.marks = marks;
        this.colors = colors;
        this.remarks = RemarkBox.of(document.file()).stream()
                .filter(remark -> part.has(remark.id()))
                .toList();
        for (Node node : document.graph().nodes()) {
            if (part.has(node.id())) {
                cards.put(node.id(), NodeMetrics.card(document, node, unfolded(node)));
            }
        }
        for (Edge edge : document.graph().edges()) {
            if (part.has(edge.from().node()) && part.has(edge.to().node())) {
                curves.put(edge.to(), curve(edge));
            }
        }
    }

    Document document() {
        return document;
    }

    Numbers numbers() {
        return numbers;
    }

    Marks marks() {
        return marks;
    }

    Colors colors() {
        return colors;
    }

    Collection<Card> cards() {
        return cards.values();
    }

    Optional<Card> card(NodeId node) {
        return Optional.ofNullable(cards.get(node));
    }

    /** The frames and then the notes, from below to above. */
    List<RemarkBox> remarks() {
        return remarks;
    }

    /** The way of the edge into a slot. */
    Optional<EdgeCurve> curve(Slot slot) {
        return Optional.ofNullable(curves.get(slot));
    }

    Optional<Point2D> port(Slot slot) {
        return card(slot.node()).map(c -> c.inputs().get(slot));
    }

    Optional<Point2D> port(Source source) {
        return card(source.node()).map(c -> c.outputs().get(source));
    }

    /** How wires are drawn. */
    WireInks inks() {
        WireInks known = inks;
        if (known == null) {
            known = new WireInks(this, marks.wires());
            inks = known;
        }
        return known;
    }

    /** Where the chips of the edges lie. */
    ChipLayout chips() {
        ChipLayout layout = chips;
        if (layout == null) {
            layout = ChipLayout.of(this);
            chips = layout;
        }
        return layout;
    }

    /** Everything that is drawn; empty where there is nothing. */
    Optional<Rectangle2D> bounds() {
        List<Rectangle2D> boxes = new ArrayList<>();
        cards.values().forEach(c -> boxes.add(c.bounds()));
        remarks.forEach(r -> boxes.add(r.bounds()));
        return boxes.stream().reduce(Rectangle2D::createUnion);
    }

    /** Everything with what hangs on it: edges that swing out, chips, sums and footnotes. */
    Optional<Rectangle2D> extent() {
        List<Rectangle2D> boxes = new ArrayList<>();
        bounds().ifPresent(boxes::add);
        curves.forEach((slot, curve) -> {
            boxes.add(curve.path().getBounds2D());
            chips().value(slot).ifPresent(chip -> boxes.add(chip.box()));
            chips().gradient(slot).ifPresent(chip -> boxes.add(chip.box()));
        });
        for (Card card : cards.values()) {
            SumLabel.of(this, card).ifPresent(label -> boxes.add(label.box()));
            Footnote.of(this, card).ifPresent(note -> boxes.add(note.box()));
        }
        return boxes.stream().reduce(Rectangle2D::createUnion);
    }

    private Optional<Shape> unfolded(Node node) {
        Source first = new Source(node.id(), node.type().outputs().get(0).name());
        return marks.unfolded().contains(node.id()) ? numbers.shape(first) : Optional.empty();
    }

    private EdgeCurve curve(Edge edge) {
        Point2D from = port(edge.from()).orElseGet(() -> corner(edge.from().node()));
        Point2D to = port(edge.to()).orElseGet(() -> corner(edge.to().node()));
        return EdgeCurve.between(from, to, document.layout().via().getOrDefault(edge.to(), List.of()));
    }

    private Point2D corner(NodeId node) {
        chainrule.io.Point at = document.at(node);
        return new Point2D.Double(at.x(), at.y());
    }
}
