package chainrule.editor.session;

import chainrule.graph.NodeId;
import chainrule.health.Bounds;
import chainrule.health.Checkup;
import chainrule.health.Vital;
import chainrule.trace.Trace;
import chainrule.trace.TraceCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What needs attention in the pass where the learner stands: gradients beyond the bounds that the learner set, units that
 * are dead or saturated; whether the canvas marks it, and what its wires tell. Used on one thread.
 */
public final class Vitals {
    private final Stepper stepper;
    private final List<Runnable> listeners = new ArrayList<>();
    private Bounds bounds = Bounds.standard();
    private boolean marking = true;
    private WireMode wires = WireMode.PLAIN;
    private boolean legend = true;
    private @Nullable Trace checked;
    private @Nullable Checkup checkup;
    private @Nullable TraceCursor place;
    private List<Vital> found = List.of();

    public Vitals(Stepper stepper) {
        this.stepper = stepper;
    }

    /** Calls back when other bounds hold or the canvas marks them or no longer. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public Bounds bounds() {
        return bounds;
    }

    public void choose(Bounds chosen) {
        if (!chosen.equals(bounds)) {
            bounds = chosen;
            place = null;
            tell();
        }
    }

    /** Whether the canvas marks what needs attention. */
    public boolean isMarking() {
        return marking;
    }

    public void mark(boolean wanted) {
        if (wanted != marking) {
            marking = wanted;
            tell();
        }
    }

    /** What the width and the colour of wires tell. */
    public WireMode wires() {
        return wires;
    }

    public void wires(WireMode chosen) {
        if (chosen != wires) {
            wires = chosen;
            tell();
        }
    }

    /** Whether the canvas has a legend of its wires, where they tell something. */
    public boolean hasLegend() {
        return legend && wires != WireMode.PLAIN;
    }

    /** Whether a legend is wanted. */
    public boolean wantsLegend() {
        return legend;
    }

    public void legend(boolean wanted) {
        if (wanted != legend) {
            legend = wanted;
            tell();
        }
    }

    /** The measurements of the pass that is looked at; empty before the first. */
    public Optional<Checkup> checkup() {
        Trace trace = stepper.cursor().map(TraceCursor::trace).orElse(null);
        if (trace != checked) {
            checked = trace;
            checkup = trace == null ? null : new Checkup(trace);
            place = null;
        }
        return Optional.ofNullable(checkup);
    }

    /** What needs attention where the learner stands, in the order of the pass. */
    public List<Vital> found() {
        Checkup measured = checkup().orElse(null);
        TraceCursor here = stepper.cursor().orElse(null);
        if (measured == null || here == null) {
            return List.of();
        }
        if (!here.equals(place)) {
            found = measured.vitals(here.view(), bounds);
            place = here;
        }
        return found;
    }

    /** What needs attention at a node or inside of it. */
    public List<Vital> at(NodeId node) {
        return found().stream()
                .filter(vital -> vital.node().equals(node) || vital.node().within(node))
                .toList();
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
