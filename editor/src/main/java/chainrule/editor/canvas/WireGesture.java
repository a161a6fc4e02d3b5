package chainrule.editor.canvas;

import chainrule.editor.document.command.Connect;
import chainrule.editor.document.command.Disconnect;
import chainrule.editor.document.command.Replug;
import chainrule.editor.theme.Colors;
import chainrule.graph.Edge;
import chainrule.graph.Slot;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws a wire from a port, or pulls one off a slot. What it would do is said beside the pointer before it is dropped. */
final class WireGesture implements Gesture {
    private final GraphCanvas canvas;
    private Wire wire;
    private @Nullable Hit target;
    private @Nullable Balloon said;
    private boolean shift;

    WireGesture(GraphCanvas canvas, Wire wire) {
        this.canvas = canvas;
        this.wire = wire;
        show(null);
    }

    @Override
    public void shifted(boolean held) {
        shift = held;
    }

    @Override
    public void move(Point component, Point2D graph) {
        target = target(graph);
        wire = wire.at(place(target).orElse(graph));
        Optional<Edge> edge = Wiring.edge(wire, target);
        Balloon balloon = edge.map(e -> Wiring.balloon(canvas.scene().document(), e))
                .or(() -> Wiring.wrongSide(wire, target).map(t -> new Balloon(t, Balloon.Kind.REFUSAL)))
                .orElse(null);
        show(balloon);
    }

    @Override
    public void drop(Point component, Point2D graph) {
        move(component, graph);
        Hit dropped = target;
        Optional<Edge> edge = Wiring.edge(wire, dropped);
        boolean refused = edge.map(e -> canvas.scene().document().graph().whyNot(e.from(), e.to()))
                .filter(Optional::isPresent)
                .isPresent();
        boolean misfit = said != null && said.kind() == Balloon.Kind.WARNING;
        abort();
        if (edge.isPresent() && !refused) {
            connect(edge.get());
            if (misfit) {
                canvas.asking().misfit(edge.get().to(), component);
            }
        } else if (dropped != null || overCard(graph)) {
            canvas.repaint();
        } else if (wire.away() != null) {
            canvas.perform(new Disconnect(wire.away()));
        } else if (canvas.asking().asksOnRelease() != shift) {
            canvas.asking().add(component, graph, wire);
        }
    }

    @Override
    public void abort() {
        canvas.wire(null, null);
        canvas.preview(null);
    }

    @Override
    public void paint(Graphics2D g, Colors colors, double zoom) {
        Scene scene = canvas.scene();
        Optional<Point2D> plugged = wire.from() != null
                ? scene.port(wire.from())
                : Optional.ofNullable(wire.into()).flatMap(scene::port);
        if (plugged.isEmpty()) {
            return;
        }
        Point2D from = wire.forward() ? plugged.get() : wire.pointer();
        Point2D to = wire.forward() ? wire.pointer() : plugged.get();
        boolean refused = said != null && said.kind() == Balloon.Kind.REFUSAL;
        g.setColor(refused ? colors.problem() : colors.value());
        g.setStroke(EdgePainter.dashed(1.8, 6, 4));
        g.draw(EdgeCurve.between(from, to, List.of(), scene.marks().style()).path());
        if (target != null) {
            g.setColor(refused ? colors.problem() : colors.cursor());
            g.setStroke(EdgePainter.line(2));
            g.draw(PortPainter.circle(wire.pointer(), NodeMetrics.PORT + 4));
        }
    }

    private void connect(Edge edge) {
        Slot away = wire.away();
        if (away == null) {
            canvas.perform(new Connect(edge.from(), edge.to()));
        } else if (!away.equals(edge.to())) {
            canvas.perform(new Replug(away, edge.from(), edge.to()));
        }
    }

    private void show(@Nullable Balloon balloon) {
        said = balloon;
        canvas.wire(wire, balloon);
    }

    /** The port that the loose end is drawn to; the card under it stands for its first free input. */
    private @Nullable Hit target(Point2D graph) {
        Scene scene = canvas.scene();
        Optional<Hit> port =
                HitTest.port(scene, graph, HitTest.MAGNET / canvas.zoom()).filter(hit -> !own(hit));
        if (port.isPresent() || !wire.forward()) {
            return port.orElse(null);
        }
        return scene.cards().stream()
                .filter(c -> c.bounds().contains(graph))
                .filter(c -> wire.from() != null && !c.id().equals(wire.from().node()))
                .findFirst()
                .flatMap(c -> Wiring.firstFree(scene.document(), c, wire))
                .map(slot -> (Hit) new Hit.OnSlot(slot))
                .orElse(null);
    }

    private boolean overCard(Point2D graph) {
        return canvas.scene().cards().stream().anyMatch(c -> c.bounds().contains(graph));
    }

    private boolean own(Hit hit) {
        return (hit instanceof Hit.OnSource source && source.source().equals(wire.from()))
                || (hit instanceof Hit.OnSlot slot && slot.slot().equals(wire.into()));
    }

    private Optional<Point2D> place(@Nullable Hit hit) {
        Scene scene = canvas.scene();
        if (hit instanceof Hit.OnSlot on) {
            return scene.port(on.slot());
        }
        return hit instanceof Hit.OnSource on ? scene.port(on.source()) : Optional.empty();
    }
}
