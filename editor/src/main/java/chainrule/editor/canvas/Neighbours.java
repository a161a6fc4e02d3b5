package chainrule.editor.canvas;

import chainrule.graph.NodeId;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Which card is the next one in a direction. */
final class Neighbours {
    private Neighbours() {}

    /** The card to go to from the selected one; the first at the left where none is. */
    static Optional<NodeId> next(Scene scene, Set<NodeId> selected, int right, int down) {
        Optional<Card> from =
                scene.cards().stream().filter(c -> selected.contains(c.id())).findFirst();
        if (from.isEmpty()) {
            return scene.cards().stream()
                    .min(Comparator.comparingDouble((Card c) -> c.bounds().getX())
                            .thenComparingDouble(c -> c.bounds().getY()))
                    .map(Card::id);
        }
        Rectangle2D box = from.get().bounds();
        return scene.cards().stream()
                .filter(c -> along(box, c.bounds(), right, down) > 1)
                .min(Comparator.comparingDouble(
                        c -> along(box, c.bounds(), right, down) + 2 * across(box, c.bounds(), right, down)))
                .map(Card::id);
    }

    private static double along(Rectangle2D from, Rectangle2D to, int right, int down) {
        return (to.getCenterX() - from.getCenterX()) * right + (to.getCenterY() - from.getCenterY()) * down;
    }

    private static double across(Rectangle2D from, Rectangle2D to, int right, int down) {
        return Math.abs((to.getCenterX() - from.getCenterX()) * down)
                + Math.abs((to.getCenterY() - from.getCenterY()) * right);
    }
}
