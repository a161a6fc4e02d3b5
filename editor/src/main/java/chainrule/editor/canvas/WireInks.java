package chainrule.editor.canvas;

import chainrule.editor.session.WireMode;
import chainrule.editor.theme.Colors;
import chainrule.graph.Edge;
import chainrule.tensor.Tensor;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The colour and width that wires have in a {@link WireMode}. Magnitudes go from the smallest in sight to the largest, on a
 * logarithmic scale, along colours that differ in lightness alone as much as in hue, so that they can be told apart with
 * any eyes; types differ in width, too.
 */
final class WireInks {
    private static final int MOST_AXES = 3;
    private static final double THIN = 1.4;
    private static final double THICK = 6;
    /** From small to large: the light theme goes darker, the dark theme lighter. */
    private static final List<Color> ON_LIGHT =
            List.of(new Color(0xA89A6A), new Color(0x7C7B78), new Color(0x48546C), new Color(0x00204D));

    private static final List<Color> ON_DARK =
            List.of(new Color(0x56678C), new Color(0x7C7B78), new Color(0xB9AC70), new Color(0xFFE945));
    private static final List<Color> TYPES_ON_LIGHT =
            List.of(new Color(0x0072B2), new Color(0xB35F00), new Color(0x00805C), new Color(0xB0458A));
    private static final List<Color> TYPES_ON_DARK =
            List.of(new Color(0x56B4E9), new Color(0xE69F00), new Color(0x3CC79A), new Color(0xE39AC6));

    private final Numbers numbers;
    private final WireMode mode;
    private final boolean dark;
    private final Color absent;
    private final double low;
    private final double high;

    /** How a wire is drawn. */
    record Ink(Color color, double width) {}

    WireInks(Scene scene, WireMode mode) {
        this.numbers = scene.numbers();
        this.mode = mode;
        this.dark = scene.colors().isDark();
        this.absent = Colors.mixed(scene.colors().canvas(), scene.colors().quiet(), 0.55);
        List<Double> sizes = new ArrayList<>();
        if (mode == WireMode.VALUE || mode == WireMode.GRADIENT) {
            for (Edge edge : scene.document().graph().edges()) {
                tensor(edge)
                        .map(Tensor::norm)
                        .filter(n -> n > 0 && Double.isFinite(n))
                        .ifPresent(sizes::add);
            }
        }
        this.low = sizes.stream().min(Double::compare).orElse(1.0);
        this.high = sizes.stream().max(Double::compare).orElse(1.0);
    }

    WireMode mode() {
        return mode;
    }

    /** The smallest magnitude in sight that is not 0. */
    double low() {
        return low;
    }

    double high() {
        return high;
    }

    /** How the wire of an edge is drawn, as a hair where there is nothing; empty where it is drawn as in the plain mode. */
    Optional<Ink> of(Edge edge) {
        return switch (mode) {
            case PLAIN -> Optional.empty();
            case TYPE -> numbers.shape(edge.from()).map(shape -> type(shape.rank()));
            case VALUE, GRADIENT ->
                tensor(edge)
                        .map(t -> t.isFinite() ? Optional.of(magnitude(share(t.norm()))) : Optional.<Ink>empty())
                        .orElse(Optional.of(new Ink(absent, 1)));
        };
    }

    /** How a wire that carries a tensor with so many axes is drawn. */
    Ink type(int axes) {
        int at = Math.min(axes, MOST_AXES);
        return new Ink((dark ? TYPES_ON_DARK : TYPES_ON_LIGHT).get(at), 1.6 + 1.2 * at);
    }

    /** How a wire is drawn whose magnitude is at a share of the way from the smallest to the largest. */
    Ink magnitude(double share) {
        List<Color> map = dark ? ON_DARK : ON_LIGHT;
        double at = Math.max(0, Math.min(1, share)) * (map.size() - 1);
        int index = Math.min(map.size() - 2, (int) at);
        Color color = Colors.mixed(map.get(index), map.get(index + 1), at - index);
        return new Ink(color, THIN + (THICK - THIN) * Math.max(0, Math.min(1, share)));
    }

    private double share(double norm) {
        if (norm <= 0) {
            return 0;
        }
        return high > low ? Math.log(norm / low) / Math.log(high / low) : 1;
    }

    private Optional<Tensor> tensor(Edge edge) {
        return mode == WireMode.VALUE ? numbers.value(edge.from()) : numbers.contribution(edge.to());
    }
}
