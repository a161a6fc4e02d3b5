package chainrule.editor.canvas;

import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which thing the keyboard comes to next. From node to node: left and right along wires, up and down among siblings.
 * More finely: through the ports of a node and the wires between them.
 */
final class Walk {
    private final Scene scene;
    private final Graph graph;

    Walk(Scene scene) {
        this.scene = scene;
        this.graph = scene.document().graph();
    }

    /** The first node of the canvas, at the left and at the top. */
    Optional<Hit> first() {
        return scene.cards().stream()
                .min(Comparator.comparingDouble((Card c) -> c.bounds().getX())
                        .thenComparingDouble(c -> c.bounds().getY()))
                .map(card -> new Hit.OnNode(card.id()));
    }

    /** The node that an arrow leads to; empty where there is none. */
    Optional<Hit> node(Hit from, int right, int down) {
        Optional<NodeId> start = nodeOf(from);
        if (start.isEmpty()) {
            return first();
        }
        if (from instanceof Hit.OnEdge on && right != 0) {
            return graph.into(on.slot())
                    .map(edge -> right < 0 ? edge.from().node() : edge.to().node())
                    .map(Hit.OnNode::new);
        }
        NodeId at = start.get();
        return (right == 0 ? sibling(at, down) : along(at, right)).map(Hit.OnNode::new);
    }

    /** The port or the wire that an arrow leads to; empty where there is none. */
    Optional<Hit> part(Hit from, int right, int down) {
        if (from instanceof Hit.OnNode on) {
            return right == 0 ? node(from, right, down) : port(on.node(), right);
        } else if (from instanceof Hit.OnSource on) {
            return besideSource(on.source(), right, down);
        } else if (from instanceof Hit.OnSlot on) {
            return besideSlot(on.slot(), right, down);
        } else if (from instanceof Hit.OnEdge on) {
            return graph.into(on.slot()).flatMap(edge -> besideEdge(edge, right, down));
        }
        return node(from, right, down);
    }

    /** The node or remark so many further on in the order of the document, the first after the last. */
    Optional<Hit> next(Hit from, int by) {
        List<Hit> all = new ArrayList<>();
        scene.cards().forEach(card -> all.add(new Hit.OnNode(card.id())));
        scene.remarks().forEach(remark -> all.add(new Hit.OnRemark(remark.id())));
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Hit whole = nodeOf(from).map(id -> (Hit) new Hit.OnNode(id)).orElse(from);
        int at = all.indexOf(whole);
        return Optional.of(at < 0 ? all.get(by > 0 ? 0 : all.size() - 1) : all.get(Math.floorMod(at + by, all.size())));
    }

    /** The node that a thing is, or is a part of. */
    static Optional<NodeId> nodeOf(Hit hit) {
        if (hit instanceof Hit.OnNode on) {
            return Optional.of(on.node());
        } else if (hit instanceof Hit.OnSlot on) {
            return Optional.of(on.slot().node());
        } else if (hit instanceof Hit.OnSource on) {
            return Optional.of(on.source().node());
        }
        return hit instanceof Hit.OnEdge on ? Optional.of(on.slot().node()) : Optional.empty();
    }

    private Optional<NodeId> along(NodeId at, int right) {
        Stream<NodeId> ends = right > 0
                ? graph.outOf(at).stream().map(edge -> edge.to().node())
                : graph.into(at).stream().map(edge -> edge.from().node());
        return ends.filter(id -> scene.card(id).isPresent())
                .min(Comparator.comparingDouble(id -> Math.abs(y(id) - y(at))));
    }

    /** Those that share what feeds them or what they feed; where there is none that way, the card above or below. */
    private Optional<NodeId> sibling(NodeId at, int down) {
        Set<NodeId> all = new LinkedHashSet<>();
        for (Edge into : graph.into(at)) {
            graph.outOf(into.from().node()).forEach(edge -> all.add(edge.to().node()));
        }
        for (Edge out : graph.outOf(at)) {
            graph.into(out.to().node()).forEach(edge -> all.add(edge.from().node()));
        }
        return all.stream()
                .filter(id -> !id.equals(at) && (y(id) - y(at)) * down > 0)
                .min(Comparator.comparingDouble(id -> Math.abs(y(id) - y(at))))
                .or(() -> Neighbours.next(scene, Set.of(at), 0, down));
    }

    private Optional<Hit> port(NodeId node, int right) {
        return scene.card(node)
                .flatMap(card -> right > 0
                        ? card.outputs().keySet().stream().findFirst().map(Hit.OnSource::new)
                        : card.inputs().keySet().stream().findFirst().map(Hit.OnSlot::new));
    }

    private Optional<Hit> besideSource(Source source, int right, int down) {
        if (right < 0) {
            return Optional.of(new Hit.OnNode(source.node()));
        } else if (right > 0) {
            return graph.outOf(source.node()).stream()
                    .filter(edge -> edge.from().equals(source))
                    .findFirst()
                    .map(edge -> new Hit.OnEdge(edge.to()));
        }
        List<Source> all = scene.card(source.node())
                .map(card -> List.copyOf(card.outputs().keySet()))
                .orElse(List.of());
        return step(all, source, down).map(Hit.OnSource::new);
    }

    private Optional<Hit> besideSlot(Slot slot, int right, int down) {
        if (right > 0) {
            return Optional.of(new Hit.OnNode(slot.node()));
        } else if (right < 0) {
            return graph.into(slot).map(edge -> new Hit.OnEdge(slot));
        }
        List<Slot> all = scene.card(slot.node())
                .map(card -> List.copyOf(card.inputs().keySet()))
                .orElse(List.of());
        return step(all, slot, down).map(Hit.OnSlot::new);
    }

    /** Up and down go through the wires of one output. */
    private Optional<Hit> besideEdge(Edge edge, int right, int down) {
        if (right != 0) {
            return Optional.of(right > 0 ? new Hit.OnSlot(edge.to()) : new Hit.OnSource(edge.from()));
        }
        List<Slot> all = graph.outOf(edge.from().node()).stream()
                .filter(other -> other.from().equals(edge.from()))
                .map(Edge::to)
                .sorted(Comparator.comparingDouble(slot -> y(slot.node())))
                .toList();
        return step(all, edge.to(), down).map(Hit.OnEdge::new);
    }

    private static <T> Optional<T> step(List<T> all, T from, int by) {
        Function<Integer, Optional<T>> at = i -> i >= 0 && i < all.size() ? Optional.of(all.get(i)) : Optional.empty();
        int index = all.indexOf(from);
        return index < 0 ? Optional.empty() : at.apply(index + by);
    }

    private double y(NodeId id) {
        return scene.card(id).map(card -> card.bounds().getCenterY()).orElse(0.0);
    }
}
