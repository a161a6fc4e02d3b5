package chainrule.editor.canvas;

import chainrule.graph.Edge;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.tensor.Tensor;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Where the chips of all edges lie, so that they cover neither cards nor each other. The numbers of the whole pass
 * have their places from the start, so no chip moves while the learner steps.
 */
final class ChipLayout {
    /** Places along an edge, best first. */
    private static final double[] SHARES = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82};

    private static final double GAP = 2;
    /** How far above or below its line a chip reaches. */
    private static final double ASIDE_OF_LINE = Chip.HEIGHT + 6 + 2 * GAP;
    /** Half the width of the widest chip there is: four numbers in a list, or a shape with a length. */
    private static final double MOST_ASIDE = 240;
    /** How far beside a card, and below it, something of it is written: a sum, a sentence, the name of a port. */
    private static final double MOST_BESIDE = 720;

    private static final double MOST_BELOW = 160;
    /** No number's chip is wider. */
    static final double WIDEST_NUMBER = ChipText.width("−8.888e−308 →") + 1;

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

    private final Scene scene;
    private final Lie lie;
    /** The edges whose chips have their places, and the cards that chips have been kept off. */
    private final BitSet settled = new BitSet();

    private final Set<NodeId> kept = new HashSet<>();

    private ChipLayout(Scene scene) {
        this.scene = scene;
        this.lie = scene.geometry().lie();
    }

    /**
     * The layout of a scene. Chips find their places when they are first asked for, each after those of the edges before its
     * own that might be in its way: the places are those that all would have, laid out in the order of the graph.
     */
    static ChipLayout of(Scene scene) {
        return new ChipLayout(scene);
    }

    Optional<Chip> value(Slot slot) {
        settle(slot);
        return Optional.ofNullable(values.get(slot));
    }

    Optional<Chip> gradient(Slot slot) {
        settle(slot);
        return Optional.ofNullable(gradients.get(slot));
    }

    private void settle(Slot slot) {
        Integer asked = lie.place(slot);
        if (asked == null || settled.get(asked)) {
            return;
        }
        BitSet needed = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(asked));
        while (!open.isEmpty()) {
            int at = open.pop();
            if (!settled.get(at) && !needed.get(at)) {
                needed.set(at);
                Rectangle2D reach = reach(at);
                lie.waysNear(grown(reach, MOST_ASIDE, ASIDE_OF_LINE)).stream()
                        .filter(other -> other < at && !settled.get(other) && !needed.get(other))
                        .filter(other -> reach(other).intersects(reach))
                        .forEach(open::push);
            }
        }
        needed.stream().forEach(at -> {
            keepOff(reach(at));
            place(scene.numbers(), lie.ways().get(at).edge(), lie.ways().get(at).curve());
        });
        settled.or(needed);
    }

    /** Where the chips of an edge may come to lie. */
    private Rectangle2D reach(int at) {
        Way way = lie.ways().get(at);
        double width = Math.max(
                scene.numbers()
                        .finalValue(way.edge().from())
                        .map(t -> width(t, ChipText::value))
                        .orElse(0.0),
                scene.numbers()
                        .finalContribution(way.edge().to())
                        .map(t -> width(t, ChipText::gradient))
                        .orElse(0.0));
        return grown(way.curve().box(), width / 2 + 2 * GAP, ASIDE_OF_LINE);
    }

    /** As wide as a chip may be; that of a number is not looked at for it. */
    private static double width(Tensor tensor, BiFunction<Tensor, Boolean, String> text) {
        return tensor.shape().isScalar()
                ? WIDEST_NUMBER
                : Math.max(ChipText.width(text.apply(tensor, true)), ChipText.width(text.apply(tensor, false)));
    }

    /** Keeps chips in a rectangle off the cards there, and off what is written beside those. */
    private void keepOff(Rectangle2D box) {
        Rectangle2D wide = new Rectangle2D.Double(
                box.getX() - MOST_BESIDE,
                box.getY() - MOST_BELOW,
                box.getWidth() + 2 * MOST_BESIDE,
                box.getHeight() + 2 * MOST_BELOW);
        for (NodeId id : lie.cardsNear(wide)) {
            if (kept.add(id)) {
                scene.card(id).ifPresent(this::keepOff);
            }
        }
    }

    private void keepOff(Card card) {
        taken.add(grown(card.bounds(), NodeMetrics.PORT + GAP, GAP));
        if (scene.numbers().contributors(card.firstOutput()).size() > 1) {
            taken.add(SumLabel.reserved(scene.numbers(), card));
        }
        Footnote.of(scene, card).ifPresent(note -> taken.add(note.box()));
        reservePortNames(card);
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
