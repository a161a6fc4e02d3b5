package chainrule.editor.canvas;

import chainrule.editor.document.Document;
import chainrule.editor.theme.Colors;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.tensor.Shape;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One moment of the canvas as a value: the document, its numbers, what is marked, and where everything lies. */
final class Scene {
    private final Document document;
    private final Numbers numbers;
    private final Marks marks;
    private final Colors colors;
    private final Geometry geometry;
    private final List<RemarkBox> remarks;
    private @Nullable List<Card> stack;
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
        this.geometry = Geometry.of(document, part, marks.style(), this::unfolded);
    }

    private Scene(Scene before, Document document, Numbers numbers, Marks marks, Colors colors) {
        this.document = document;
        this.numbers = numbers;
        this.marks = marks;
        this.colors = colors;
        this.remarks = RemarkBox.of(document.file());
        this.geometry = before.geometry.followed(document, marks.style(), this::unfolded);
        this.chips = numbers == before.numbers && geometry.liesAs(before.geometry) ? before.chips : null;
    }

    /** The moment after this one, of a whole document: what lies where it lay is not laid out anew. */
    Scene then(Document next, Numbers known, Marks marked, Colors seen) {
        return new Scene(this, next, known, marked, seen);
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
        return geometry.cards();
    }

    /** The cards from back to front: what is selected and what is unfolded lies before all others. */
    List<Card> stack() {
        List<Card> known = stack;
        if (known == null) {
            known = new ArrayList<>(geometry.cards());
            known.sort(Comparator.comparing(this::raised)
                    .thenComparingInt(card -> document.layout().look(card.id()).level()));
            stack = known;
        }
        return known;
    }

    /** Whether a card lies before all others and the chips: it may cover its neighbours. */
    boolean raised(Card card) {
        return card.grid().isPresent() || marks.nodes().contains(card.id());
    }

    Optional<Card> card(NodeId node) {
        return Optional.ofNullable(geometry.card(node));
    }

    /** The frames and then the notes, from below to above. */
    List<RemarkBox> remarks() {
        return remarks;
    }

    /** The way of the edge into a slot. */
    Optional<EdgeCurve> curve(Slot slot) {
        return Optional.ofNullable(geometry.way(slot)).map(Way::curve);
    }

    Geometry geometry() {
        return geometry;
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
        cards().forEach(c -> boxes.add(c.bounds()));
        remarks.forEach(r -> boxes.add(r.bounds()));
        return boxes.stream().reduce(Rectangle2D::createUnion);
    }

    /** Everything with what hangs on it: edges that swing out, chips, sums and footnotes. */
    Optional<Rectangle2D> extent() {
        List<Rectangle2D> boxes = new ArrayList<>();
        bounds().ifPresent(boxes::add);
        for (Way way : geometry.ways()) {
            boxes.add(way.curve().box());
            chips().value(way.edge().to()).ifPresent(chip -> boxes.add(chip.box()));
            chips().gradient(way.edge().to()).ifPresent(chip -> boxes.add(chip.box()));
        }
        for (Card card : cards()) {
            SumLabel.of(this, card).ifPresent(label -> boxes.add(label.box()));
            Footnote.of(this, card).ifPresent(note -> boxes.add(note.box()));
        }
        return boxes.stream().reduce(Rectangle2D::createUnion);
    }

    private Optional<Shape> unfolded(Node node) {
        Source first = new Source(node.id(), node.type().outputs().get(0).name());
        return marks.unfolded().contains(node.id()) ? numbers.shape(first) : Optional.empty();
    }
}
