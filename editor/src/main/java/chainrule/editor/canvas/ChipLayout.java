package chainrule.editor.canvas;

import chainrule.editor.theme.Fonts;
import chainrule.graph.Edge;
import chainrule.graph.Slot;
import chainrule.tensor.Digits;
import chainrule.tensor.Tensor;
import java.awt.Font;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the chips of all edges lie, so that they cover neither cards nor each other. The numbers of the whole pass
 * have their places from the start, so no chip moves while the learner steps.
 */
final class ChipLayout {
    /** Places along an edge, best first. */
    private static final double[] SHARES = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82};

    private static final double GAP = 2;

    private final Map<Slot, Chip> values = new HashMap<>();
    private final Map<Slot, Chip> gradients = new HashMap<>();
    private final List<Rectangle2D> taken = new ArrayList<>();

    private ChipLayout() {}

    static ChipLayout of(Scene scene) {
        ChipLayout layout = new ChipLayout();
        scene.cards().forEach(c -> layout.taken.add(grown(c.bounds(), NodeMetrics.PORT + GAP, GAP)));
        scene.cards().stream()
                .filter(c -> scene.numbers().contributors(c.firstOutput()).size() > 1)
                .forEach(c -> layout.taken.add(SumLabel.reserved(scene.numbers(), c)));
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

    static Font font() {
        return Fonts.mono(11.5, false);
    }

    static String value(Tensor tensor) {
        String summary = Digits.summary(tensor);
        boolean shapeOnly = !tensor.shape().isScalar() && !summary.startsWith("[");
        return shapeOnly ? summary + " " + length(tensor) + " →" : summary + " →";
    }

    static String gradient(Tensor tensor) {
        String summary = Digits.summary(tensor);
        boolean shapeOnly = !tensor.shape().isScalar() && !summary.startsWith("[");
        return "← " + (shapeOnly ? length(tensor) : summary);
    }

    private static String length(Tensor tensor) {
        return "‖" + Digits.significant(tensor.norm(), 2) + "‖";
    }

    private void place(Numbers numbers, Edge edge, EdgeCurve curve) {
        double value = width(numbers.finalValue(edge.from()).map(ChipLayout::value));
        double gradient = width(numbers.finalContribution(edge.to()).map(ChipLayout::gradient));
        boolean both = value > 0 && gradient > 0;
        for (double share : SHARES) {
            Point2D at = curve.at(share);
            Chip above = chip(at, both ? -Chip.HEIGHT / 2 - 4 : 0, Math.max(value, 1));
            Chip below = chip(at, Chip.HEIGHT / 2 + 6, Math.max(gradient, 1));
            if (free(above) && (gradient == 0 || free(below))) {
                put(values, edge.to(), value > 0 ? above : null);
                put(gradients, edge.to(), gradient > 0 ? below : null);
                return;
            }
        }
        put(values, edge.to(), value > 0 ? new Chip(curve.at(0.42), 0) : null);
        put(gradients, edge.to(), gradient > 0 ? new Chip(curve.beside(4).at(0.58), 0) : null);
    }

    private void reservePortNames(Card card) {
        if (card.inputs().size() > 1) {
            card.inputs().forEach((slot, at) -> {
                double width = Lettering.width(slot.port(), PortPainter.NAME);
                taken.add(new Rectangle2D.Double(at.getX() - 8 - width, at.getY() - 11, width, 8));
            });
        }
    }

    private void put(Map<Slot, Chip> chips, Slot slot, @Nullable Chip chip) {
        if (chip != null) {
            chips.put(slot, chip);
            if (!chip.dot()) {
                taken.add(grown(chip.box(), GAP, GAP));
            }
        }
    }

    private boolean free(Chip chip) {
        Rectangle2D box = chip.box();
        return taken.stream().noneMatch(box::intersects);
    }

    private static Chip chip(Point2D at, double down, double width) {
        return new Chip(new Point2D.Double(at.getX(), at.getY() + down), width);
    }

    private static double width(Optional<String> text) {
        return text.map(t -> Lettering.width(t, font()) + 12).orElse(0.0);
    }

    private static Rectangle2D grown(Rectangle2D box, double x, double y) {
        return new Rectangle2D.Double(box.getX() - x, box.getY() - y, box.getWidth() + 2 * x, box.getHeight() + 2 * y);
    }
}
