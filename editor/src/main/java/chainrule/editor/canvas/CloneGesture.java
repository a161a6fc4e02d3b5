package chainrule.editor.canvas;

import chainrule.editor.document.command.AddFragment;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.io.Clipping;
import chainrule.language.Phrases;
import java.awt.Point;
import java.awt.geom.Point2D;
import java.util.LinkedHashSet;
import java.util.Set;

/** Drags copies of the selected nodes away from them; the edges among them are copied, too. */
final class CloneGesture implements Gesture {
    private static final Phrases WORDS = Phrases.of(CloneGesture.class);

    private final GraphCanvas canvas;
    private final Clipping copies;
    private final chainrule.io.Point corner;
    private final Point2D start;

    CloneGesture(GraphCanvas canvas, chainrule.io.Point corner, Point2D start) {
        this.canvas = canvas;
        this.copies = canvas.document()
                .clipping(canvas.selection().nodes(), Set.of())
                .detached()
                .namedFor(canvas.document().file(), canvas.document().inside());
        this.corner = corner;
        this.start = start;
    }

    @Override
    public void move(Point component, Point2D graph) {
        canvas.preview(command(graph).applied(canvas.document()));
    }

    @Override
    public void drop(Point component, Point2D graph) {
        abort();
        canvas.perform(command(graph));
        Set<NodeId> nodes = new LinkedHashSet<>();
        copies.fragment().nodes().stream().map(Node::id).forEach(nodes::add);
        canvas.selection().select(nodes, Set.of());
    }

    @Override
    public void abort() {
        canvas.preview(null);
    }

    private AddFragment command(Point2D graph) {
        double dx = Grid.snapped(corner.x() + graph.getX() - start.getX()) - corner.x();
        double dy = Grid.snapped(corner.y() + graph.getY() - start.getY()) - corner.y();
        return new AddFragment(WORDS.text("edit.duplicate"), copies.moved(dx, dy));
    }
}
