package chainrule.editor.canvas;

import chainrule.editor.document.Document;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Layout;
import chainrule.io.Point;
import chainrule.tensor.Shape;
import java.awt.geom.Point2D;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the cards of a document and the ways of its edges lie. What did not move is kept from one document to the next, so
 * that a number that changes moves nothing.
 */
final class Geometry {
    private final Document document;
    private final Map<NodeId, Card> cards;
    private final Map<Slot, Way> ways;
    private final WireStyle style;
    private final Lie lie;

    private Geometry(Document document, WireStyle style, Map<NodeId, Card> cards, Map<Slot, Way> ways, Lie lie) {
        this.document = document;
        this.style = style;
        this.cards = cards;
        this.ways = Collections.unmodifiableMap(ways);
        this.lie = lie;
    }

    /**
     * @param part what of the document is there; an edge is where both its ends are
     * @param unfolded the shape whose numbers a card shows, empty where it is folded
     */
    static Geometry of(Document document, Part part, WireStyle style, Function<Node, Optional<Shape>> unfolded) {
        Map<NodeId, Card> cards = new LinkedHashMap<>();
        for (Node node : document.graph().nodes()) {
            if (part.has(node.id())) {
                cards.put(node.id(), NodeMetrics.card(document, node, unfolded.apply(node)));
            }
        }
        Map<Slot, Way> ways = new LinkedHashMap<>();
        for (Edge edge : document.graph().edges()) {
            if (part.has(edge.from().node()) && part.has(edge.to().node())) {
                ways.put(edge.to(), new Way(edge, curve(document, style, cards, edge)));
            }
        }
        return new Geometry(document, style, cards, ways, new Lie(cards.values(), ways.values()));
    }

    /** The geometry of another document, all of it, with what lies where it lay here. */
    Geometry followed(Document next, WireStyle drawn, Function<Node, Optional<Shape>> unfolded) {
        if (drawn != style) {
            return of(next, Part.all(), drawn, unfolded);
        }
        Graph graph = next.graph();
        boolean sameEdges = graph.sameEdges(document.graph());
        Map<NodeId, Card> placed = new LinkedHashMap<>();
        Set<NodeId> moved = new HashSet<>();
        Iterator<Card> order = cards.values().iterator();
        boolean ordered = graph.nodes().size() == cards.size();
        for (Node node : graph.nodes()) {
            Card was = order.hasNext() ? order.next() : null;
            if (was == null || !was.id().equals(node.id())) {
                ordered = false;
                was = cards.get(node.id());
            }
            Card kept = was == null ? null : kept(was, next, node, unfolded.apply(node), sameEdges);
            if (kept == null) {
                moved.add(node.id());
            }
            placed.put(node.id(), kept == null ? NodeMetrics.card(next, node, unfolded.apply(node)) : kept);
        }
        boolean still = ordered && sameEdges && moved.isEmpty() && sameBends(next.layout());
        Map<Slot, Way> led = still ? ways : ways(next, placed, moved);
        return new Geometry(next, style, placed, led, still ? lie : new Lie(placed.values(), led.values()));
    }

    /** Whether everything lies as it does there. */
    boolean liesAs(Geometry other) {
        return lie == other.lie;
    }

    Lie lie() {
        return lie;
    }

    Collection<Card> cards() {
        return cards.values();
    }

    @Nullable
    Card card(NodeId node) {
        return cards.get(node);
    }

    /** The edges in the order of the graph. */
    Collection<Way> ways() {
        return ways.values();
    }

    /** The edge into a slot. */
    @Nullable
    Way way(Slot slot) {
        return ways.get(slot);
    }

    private boolean sameBends(Layout layout) {
        return layout.via() == document.layout().via()
                || layout.via().equals(document.layout().via());
    }

    /** The card that a node had, where it is still the same; null where it is not. */
    private static @Nullable Card kept(
            Card was, Document next, Node node, Optional<Shape> unfolded, boolean sameEdges) {
        if (was.node() != node && (was.node().type() != node.type() || !was.id().equals(node.id()))) {
            return null;
        }
        Point at = next.at(node.id());
        boolean collapsed = next.layout().look(node.id()).collapsed();
        boolean same = was.bounds().getX() == at.x()
                && was.bounds().getY() == at.y()
                && was.collapsed() == collapsed
                && was.grid().equals(NodeMetrics.grid(collapsed, unfolded))
                && (sameEdges || List.copyOf(was.inputs().keySet()).equals(NodeMetrics.slots(next, node)));
        return !same ? null : was.node() == node ? was : was.of(node);
    }

    private Map<Slot, Way> ways(Document next, Map<NodeId, Card> placed, Set<NodeId> moved) {
        Map<Slot, List<Point>> bends = next.layout().via();
        Map<Slot, List<Point>> bent = document.layout().via();
        Map<Slot, Way> result = new LinkedHashMap<>();
        for (Edge edge : next.graph().edges()) {
            Way was = ways.get(edge.to());
            boolean same = was != null
                    && was.edge().equals(edge)
                    && !moved.contains(edge.from().node())
                    && !moved.contains(edge.to().node())
                    && bends.getOrDefault(edge.to(), List.of()).equals(bent.getOrDefault(edge.to(), List.of()));
            result.put(edge.to(), same && was != null ? was : new Way(edge, curve(next, style, placed, edge)));
        }
        return result;
    }

    private static EdgeCurve curve(Document document, WireStyle style, Map<NodeId, Card> cards, Edge edge) {
        return EdgeCurve.between(
                from(document, cards.get(edge.from().node()), edge.from()),
                to(document, cards.get(edge.to().node()), edge.to()),
                document.layout().via().getOrDefault(edge.to(), List.of()),
                style);
    }

    private static Point2D from(Document document, @Nullable Card card, Source source) {
        Point2D at = card == null ? null : card.outputs().get(source);
        return at == null ? corner(document, source.node()) : at;
    }

    private static Point2D to(Document document, @Nullable Card card, Slot slot) {
        Point2D at = card == null ? null : card.inputs().get(slot);
        return at == null ? corner(document, slot.node()) : at;
    }

    private static Point2D corner(Document document, NodeId node) {
        Point at = document.at(node);
        return new Point2D.Double(at.x(), at.y());
    }
}
