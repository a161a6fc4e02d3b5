package chainrule.editor.canvas;

import chainrule.editor.document.Pins;
import chainrule.editor.document.RemarkId;
import chainrule.editor.document.command.Disconnect;
import chainrule.editor.session.Selection;
import chainrule.graph.Edge;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a press of the left button means, by what lies under it: what a drag begins, and what a click does. */
final class Presses {
    private final GraphCanvas canvas;

    Presses(GraphCanvas canvas) {
        this.canvas = canvas;
    }

    /** Selects what lies under a press that may become a drag. */
    void pressed(Hit hit, MouseEvent e) {
        if (hit instanceof Hit.OnNode on) {
            pickForDrag(on.node(), adds(e));
        } else if (hit instanceof Hit.OnRemark on) {
            pickForDrag(on.id(), adds(e));
        } else if (hit instanceof Hit.OnBorder on) {
            pickForDrag(on.id(), adds(e));
        }
    }

    /** The gesture of a drag. */
    Gesture dragged(Hit hit, MouseEvent began) {
        Point2D at = graph(began.getPoint());
        Optional<String> refusal = canvas.turning().refusal();
        if (refusal.isPresent() && !(hit instanceof Hit.OnNothing)) {
            return new RefusedGesture(canvas, refusal.get());
        }
        if (hit instanceof Hit.OnSource on) {
            return copies(began) ? new WiresGesture(canvas, on.source(), at) : wire(on.source(), null, at);
        } else if (hit instanceof Hit.OnSlot on) {
            return fromSlot(on.slot(), at);
        } else if (hit instanceof Hit.OnNode on) {
            return moved(on.node(), began, at);
        } else if (hit instanceof Hit.OnFold on) {
            pickForDrag(on.node(), adds(began));
            return moved(on.node(), began, at);
        } else if (hit instanceof Hit.OnBend on) {
            return new BendGesture(canvas, on.slot(), on.index());
        } else if (hit instanceof Hit.OnRemark on) {
            return new MoveGesture(canvas, corner(on.id()), at);
        } else if (hit instanceof Hit.OnBorder on) {
            return new ResizeGesture(canvas, on);
        }
        return began.isAltDown() ? new SliceGesture(canvas, at) : new BandGesture(canvas, at, adds(began));
    }

    /** Ctrl leaves the nodes where they are and drags copies of them. */
    private Gesture moved(NodeId held, MouseEvent began, Point2D at) {
        Optional<String> pinned =
                new Pins(canvas.document()).moving(canvas.selection().nodes());
        if (pinned.isPresent() && canvas.selection().remarks().isEmpty() && !copies(began)) {
            return new RefusedGesture(canvas, pinned.get());
        }
        if (!copies(began)) {
            return new MoveGesture(canvas, canvas.document().at(held), at);
        }
        Set<NodeId> nodes = new LinkedHashSet<>(canvas.selection().nodes());
        nodes.add(held);
        canvas.selection().select(nodes, Set.of());
        return new CloneGesture(canvas, canvas.document().at(held), at);
    }

    /** Does what a click does; answers the gesture that it begins, which the next click ends. */
    Optional<Gesture> clicked(Hit hit, MouseEvent e) {
        Point2D at = graph(e.getPoint());
        if (hit instanceof Hit.OnSource && canvas.refuses()) {
            return Optional.empty();
        }
        if (hit instanceof Hit.OnSource on) {
            return Optional.of(wire(on.source(), null, at));
        } else if (hit instanceof Hit.OnSlot on) {
            return clickedSlot(on.slot(), at);
        } else if (hit instanceof Hit.OnNode on) {
            clickedNode(on.node(), e, at);
        } else if (hit instanceof Hit.OnFold on) {
            canvas.toggleNumbers(on.node());
        } else if (hit instanceof Hit.OnEdge || hit instanceof Hit.OnBend) {
            clickedWire(hit, e, at);
        } else if (hit instanceof Hit.OnRemark on) {
            clickedRemark(on.id(), e);
        } else if (hit instanceof Hit.OnBorder on) {
            clickedRemark(on.id(), e);
        } else if (e.getClickCount() == 2) {
            canvas.asking().add(e.getPoint(), at, null);
        } else if (!adds(e)) {
            canvas.selection().clear();
        }
        return Optional.empty();
    }

    /** A double click opens a node that can be opened; on the name it changes it; elsewhere it shows or hides numbers. */
    private void clickedNode(NodeId node, MouseEvent e, Point2D at) {
        if (e.getClickCount() == 2) {
            boolean title = canvas.scene()
                    .card(node)
                    .filter(c -> c.title().contains(at) && canvas.zoom() >= NodePainter.NAME_ONLY)
                    .isPresent();
            if (canvas.turning().opens(node)) {
                canvas.open(node);
            } else if (title && canvas.turning().refusal().isEmpty()) {
                canvas.writing().rename(node);
            } else {
                canvas.toggleNumbers(node);
            }
        } else if (!adds(e)) {
            canvas.selection().select(node);
        }
    }

    /** A double click leads an edge through a new point, or leaves one out. */
    private void clickedWire(Hit hit, MouseEvent e, Point2D at) {
        boolean twice = e.getClickCount() == 2;
        if (hit instanceof Hit.OnBend on && twice) {
            canvas.perform(Bends.removed(canvas.scene(), on));
        } else if (hit instanceof Hit.OnBend on) {
            canvas.selection().select(on.slot());
        } else if (hit instanceof Hit.OnEdge on && twice) {
            canvas.perform(Bends.added(canvas.scene(), on.slot(), at));
        } else if (hit instanceof Hit.OnEdge on) {
            canvas.selection().select(on.slot());
        }
    }

    private void clickedRemark(RemarkId id, MouseEvent e) {
        if (e.getClickCount() == 2) {
            new Remarking(canvas).edit(id);
        } else if (!adds(e)) {
            canvas.selection().select(id);
        }
    }

    private Optional<Gesture> clickedSlot(Slot slot, Point2D at) {
        if (canvas.document().graph().into(slot).isPresent()) {
            canvas.selection().select(slot);
            return Optional.empty();
        }
        if (canvas.refuses()) {
            return Optional.empty();
        }
        return Optional.of(new WireGesture(canvas, Wiring.into(canvas.scene(), slot, at)));
    }

    /** A taken slot's wire is pulled off; a free one begins a wire that is drawn backwards. */
    private Gesture fromSlot(Slot slot, Point2D at) {
        Optional<Edge> edge = canvas.document().graph().into(slot);
        return edge.isPresent()
                ? wire(edge.get().from(), slot, at)
                : new WireGesture(canvas, Wiring.into(canvas.scene(), slot, at));
    }

    private Gesture wire(Source from, @Nullable Slot away, Point2D at) {
        if (away != null) {
            canvas.preview(new Disconnect(away).applied(canvas.document()));
        }
        return new WireGesture(canvas, Wiring.from(canvas.scene(), from, away, at));
    }

    private void pickForDrag(NodeId node, boolean adds) {
        Set<NodeId> nodes = canvas.selection().nodes();
        if (adds) {
            Set<NodeId> changed = new LinkedHashSet<>(nodes);
            if (!changed.remove(node)) {
                changed.add(node);
            }
            canvas.selection()
                    .select(
                            changed,
                            canvas.selection().edges(),
                            canvas.selection().remarks());
        } else if (!nodes.contains(node)) {
            canvas.selection().select(node);
        }
    }

    private void pickForDrag(RemarkId id, boolean adds) {
        Selection selection = canvas.selection();
        if (adds) {
            Set<RemarkId> changed = new LinkedHashSet<>(selection.remarks());
            if (!changed.remove(id)) {
                changed.add(id);
            }
            selection.select(selection.nodes(), selection.edges(), changed);
        } else if (!selection.remarks().contains(id)) {
            selection.select(id);
        }
    }

    private chainrule.io.Point corner(RemarkId id) {
        Rectangle2D box = canvas.scene().remarks().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .map(RemarkBox::bounds)
                .orElseThrow();
        return new chainrule.io.Point(box.getX(), box.getY());
    }

    private Point2D graph(Point component) {
        return canvas.viewport().toGraph(component);
    }

    /** Whether Ctrl or Cmd is held: a drag copies a node, and takes all wires of an output along. */
    private static boolean copies(MouseEvent e) {
        return e.isControlDown() || e.isMetaDown();
    }

    private static boolean adds(MouseEvent e) {
        return e.isShiftDown() || e.isControlDown() || e.isMetaDown();
    }
}
