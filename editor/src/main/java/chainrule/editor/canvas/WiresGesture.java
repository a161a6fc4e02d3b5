package chainrule.editor.canvas;

import chainrule.editor.document.command.MoveWires;
import chainrule.editor.theme.Colors;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Drags all wires of an output to another output, in one step. */
final class WiresGesture implements Gesture {
    private final GraphCanvas canvas;
    private final Source from;
    private Point2D pointer;
    private @Nullable MoveWires move;
    private boolean refused;

    WiresGesture(GraphCanvas canvas, Source from, Point2D start) {
        this.canvas = canvas;
        this.from = from;
        this.pointer = start;
    }

    @Override
    public void move(Point component, Point2D graph) {
        Optional<Source> over = HitTest.port(canvas.scene(), graph, HitTest.MAGNET / canvas.zoom())
                .flatMap(hit -> hit instanceof Hit.OnSource on ? Optional.of(on.source()) : Optional.empty())
                .filter(source -> !source.equals(from));
        pointer = over.flatMap(canvas.scene()::port).orElse(graph);
        MoveWires wanted = over.map(to -> new MoveWires(from, to)).orElse(null);
        move = wanted;
        Optional<String> refusal = wanted == null
                ? Optional.empty()
                : wanted.refusal(canvas.document().graph());
        refused = refusal.isPresent();
        canvas.wire(null, wanted == null ? null : balloon(wanted, refusal));
    }

    @Override
    public void drop(Point component, Point2D graph) {
        move(component, graph);
        MoveWires wanted = move;
        abort();
        if (wanted != null && !refused) {
            canvas.perform(wanted);
        }
    }

    @Override
    public void abort() {
        canvas.wire(null, null);
    }

    @Override
    public void paint(Graphics2D g, Colors colors, double zoom) {
        g.setColor(refused ? colors.problem() : colors.value());
        g.setStroke(EdgePainter.dashed(1.8, 6, 4));
        for (Slot slot : new MoveWires(from, from).slots(canvas.document().graph())) {
            canvas.scene()
                    .port(slot)
                    .ifPresent(to -> g.draw(EdgeCurve.between(pointer, to, List.of(), canvas.wireStyle())
                            .path()));
        }
    }

    private static Balloon balloon(MoveWires wanted, Optional<String> refusal) {
        return refusal.map(sentence -> new Balloon(sentence, Balloon.Kind.REFUSAL))
                .orElseGet(() -> new Balloon(wanted.label(), Balloon.Kind.FINE));
    }
}
