package chainrule.editor.canvas;

import chainrule.editor.document.Document;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Problem;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.graph.Validation;
import chainrule.language.Phrases;
import java.awt.geom.Point2D;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a wire may be plugged into, and what would come of it. */
final class Wiring {
    private static final Phrases WORDS = Phrases.of(Wiring.class);

    private Wiring() {}

    /** A wire from an output. */
    static Wire from(Scene scene, Source from, @Nullable Slot away, Point2D pointer) {
        Set<Object> closed = new HashSet<>();
        for (Card card : scene.cards()) {
            card.inputs().keySet().stream()
                    .filter(slot ->
                            refusal(scene.document().graph(), from, slot).isPresent())
                    .forEach(closed::add);
            card.outputs().keySet().stream().filter(s -> !s.equals(from)).forEach(closed::add);
        }
        return new Wire(from, null, away, pointer, closed);
    }

    /** A wire that is drawn backwards from a free input. */
    static Wire into(Scene scene, Slot into, Point2D pointer) {
        Set<Object> closed = new HashSet<>();
        for (Card card : scene.cards()) {
            card.outputs().keySet().stream()
                    .filter(source ->
                            refusal(scene.document().graph(), source, into).isPresent())
                    .forEach(closed::add);
            card.inputs().keySet().stream().filter(s -> !s.equals(into)).forEach(closed::add);
        }
        return new Wire(null, into, null, pointer, closed);
    }

    /** The edge that a wire would become when its loose end is dropped on a port; empty where the port is no target. */
    static Optional<Edge> edge(Wire wire, @Nullable Hit hit) {
        if (hit instanceof Hit.OnSlot on && wire.from() != null) {
            return Optional.of(new Edge(wire.from(), on.slot()));
        }
        if (hit instanceof Hit.OnSource on && wire.into() != null) {
            return Optional.of(new Edge(on.source(), wire.into()));
        }
        return Optional.empty();
    }

    static Optional<String> refusal(Graph graph, Source from, Slot to) {
        return graph.whyNot(from, to).map(Problem::sentence);
    }

    /** Why a port of the wrong side takes no wire. */
    static Optional<String> wrongSide(Wire wire, @Nullable Hit hit) {
        if (hit instanceof Hit.OnSource on
                && wire.from() != null
                && !on.source().equals(wire.from())) {
            return Optional.of(WORDS.text("wire.output", on.source(), wire.from()));
        }
        if (hit instanceof Hit.OnSlot on && wire.into() != null && !on.slot().equals(wire.into())) {
            return Optional.of(WORDS.text("wire.input", on.slot(), wire.into()));
        }
        return Optional.empty();
    }

    /** What dropping a wire would do, as a sentence to show beforehand. */
    static Balloon balloon(Document document, Edge edge) {
        Graph graph = document.graph();
        Optional<String> refusal = refusal(graph, edge.from(), edge.to());
        if (refusal.isPresent()) {
            return new Balloon(refusal.get(), Balloon.Kind.REFUSAL);
        }
        Graph connected = graph.connected(edge.from(), edge.to());
        Optional<Problem> left = newProblem(graph, connected, edge.to());
        if (left.isPresent()) {
            return new Balloon(left.get().sentence(), Balloon.Kind.WARNING);
        }
        String fine = graph.into(edge.to())
                .filter(e -> !e.equals(edge))
                .map(e -> WORDS.text("wire.instead", edge, e.from()))
                .orElseGet(edge::toString);
        return new Balloon(fine, Balloon.Kind.FINE);
    }

    /** The slot that a wire dropped on a card goes to: the first free one that takes it. */
    static Optional<Slot> firstFree(Document document, Card card, Wire wire) {
        return card.inputs().keySet().stream()
                .filter(slot -> !wire.closed().contains(slot))
                .filter(slot -> document.graph().into(slot).isEmpty())
                .findFirst();
    }

    private static Optional<Problem> newProblem(Graph before, Graph after, Slot slot) {
        List<Problem> known = Validation.of(before).problems();
        return Validation.of(after).problems().stream()
                .filter(p -> slot.node().equals(p.node()))
                .filter(p -> !known.contains(p) && !p.isOpenIn(after))
                .findFirst();
    }
}
