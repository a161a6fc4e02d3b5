package chainrule.editor.canvas;

import chainrule.exec.Step;
import chainrule.graph.NodeId;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Where on the canvas the step is that was done last: the node that is shown for it, and both ends of its edge. */
record StepPlace(Scene scene) {
    /** What has to be seen of the step; empty where it is elsewhere, or where no step is looked at. */
    Optional<Rectangle2D> box() {
        Numbers numbers = scene.numbers();
        Set<NodeId> about = new LinkedHashSet<>();
        numbers.markedNode().ifPresent(about::add);
        if (numbers.marked().filter(step -> step instanceof Step.Pull).isPresent()) {
            scene.document().graph().edges().stream()
                    .filter(edge -> numbers.isPulled(edge.to()))
                    .forEach(edge -> about.add(edge.from().node()));
        }
        return scene.cards().stream()
                .filter(card -> about.contains(card.id()))
                .map(Card::bounds)
                .reduce(Rectangle2D::createUnion);
    }
}
