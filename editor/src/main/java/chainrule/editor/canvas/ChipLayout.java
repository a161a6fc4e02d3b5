package chainrule.editor.canvas;

import chainrule.graph.Edge;
import chainrule.graph.Slot;
import chainrule.tensor.Tensor;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the chips of all edges lie, so that they cover neither cards nor each other. The numbers of the whole pass
 * have their places from the start, so no chip moves while the learner steps.
 */
final class ChipLayout {
    /** Places along an edge, best first. */
    private static final double[] SHARES = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82};

    private static final double GAP = 2;

    /** How much room there is along an edge. */
    private enum Room {
        /** For the whole text. */
        AMPLE,
        /** For few digits. */
        LITTLE,
        /** For few digits over the names of ports. */
        SCARCE
    }

    private final Map<Slot, Chip> values = new HashMap<>();
    private final Map<Slot, Chip> gradients = new HashMap<>();
    private final Crowd taken = new Crowd();
    /** Names of ports, which a chip covers only where it has no other place. */
    private final Crowd names = new Crowd();

    private ChipLayout() {}

    static ChipLayout of(Scene scene) {
        ChipLayout layout = new ChipLayout();
        scene.cards().forEach(c -> layout.taken.add(grown(c.bounds(), NodeMetrics.PORT + GAP, GAP)));
        scene.cards().stream()
                .filter(c -> scene.numbers().contributors(c.firstOutput()).size() > 1)
                .forEach(c -> layout.taken.add(SumLabel.reserved(scene.numbers(), c)));
        scene.cards().forEach(c -> Footnote.of(scene, c).ifPresent(note -> layout.taken.add(note.box())));
        scene.cards().forEach(layout::reservePortNames);
        for (Edge edge : scene.document().graph().edges()) {
            scene.curve(edge.to()).ifPresent(curve -> layout.place(scene.numbers(), edge, curve));
        }
        return layout;
    }

    Optional<Chip> value(Slot slot) {
        return Optional.ofNullable(values.get(slot));
    }

    Optional<Chip> gradient(Slot slot) {
        return Optional.ofNullable(gradients.get(slot));
    }

    private void place(Numbers numbers, Edge edge, EdgeCurve curve) {
        Optional<Tensor> value = numbers.finalValue(edge.from());
        Optional<Tensor> gradient = numbers.finalContribution(edge.to());
        for (Room room : Room.values()) {
            boolean brief = room != Room.AMPLE;
            double above =
                    value.map(t -> ChipText.width(ChipText.value(t, brief))).orElse(0.0);
            double below = gradient.map(t -> ChipText.width(ChipText.gradient(t, brief)))
                    .orElse(0.0);
            for (double share : SHARES) {
                if (placed(edge.to(), curve.at(share), new double[] {above, below}, room)) {
                    return;
                }
            }
        }
        value.ifPresent(t -> put(values, edge.to(), new Chip(curve.at(0.42), 0, true)));
        gradient.ifPresent(
                t -> put(gradients, edge.to(), new Chip(curve.beside(4).at(0.58), 0, true)));
    }

    private boolean placed(Slot slot, Point2D at, double[] widths, Room room) {
        boolean brief = room != Room.AMPLE;
        boolean both = widths[0] > 0 && widths[1] > 0;
        Chip above = chip(at, both ? -Chip.HEIGHT / 2 - 4 : 0, Math.max(widths[0], 1), brief);
        Chip below = chip(at, Chip.HEIGHT / 2 + 6, Math.max(widths[1], 1), brief);
        if (!free(above, room) || (widths[1] > 0 && !free(below, room))) {
            return false;
        }
        if (widths[0] > 0) {
            put(values, slot, above);
        }
        if (widths[1] > 0) {
            put(gradients, slot, below);
        }
        return true;
    }

    private void reservePortNames(Card card) {
        if (card.inputs().size() > 1) {
            card.inputs().forEach((slot, at) -> {
                double width = Lettering.width(slot.port(), PortPainter.NAME);
                names.add(new Rectangle2D.Double(at.getX() - 8 - width, at.getY() - 11, width, 8));
            });
        }
    }

    private void put(Map<Slot, Chip> chips, Slot slot, Chip chip) {
        chips.put(slot, chip);
        if (!chip.dot()) {
            taken.add(grown(chip.box(), GAP, GAP));
        }
    }

    private boolean free(Chip chip, Room room) {
        Rectangle2D box = chip.box();
        return taken.free(box) && (room == Room.SCARCE || names.free(box));
    }

    private static Chip chip(Point2D at, double down, double width, boolean brief) {
        return new Chip(new Point2D.Double(at.getX(), at.getY() + down), width, brief);
    }

    private static Rectangle2D grown(Rectangle2D box, double x, double y) {
        return new Rectangle2D.Double(box.getX() - x, box.getY() - y, box.getWidth() + 2 * x, box.getHeight() + 2 * y);
    }
}
