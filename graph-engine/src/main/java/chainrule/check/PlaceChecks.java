package chainrule.check;

import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.RunProblem;
import chainrule.exec.Step;
import chainrule.exec.Workspace;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.kernel.Buffer;
import chainrule.language.Phrases;
import chainrule.tensor.Precision;
import chainrule.tensor.Tensor;
import chainrule.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Checks gradients at any place of a recorded pass, edges included, in double precision: what flows back along an edge
 * is compared with what nudging the number that this one edge carries does to the loss.
 */
public final class PlaceChecks implements AutoCloseable {
    private static final Phrases WORDS = Phrases.of(PlaceChecks.class);
    private static final int DECADES = 14;
    private static final int PER_DECADE = 3;
    private static final int MOST_TRIED = 48;

    private final Workspace workspace;
    private final ExecutionPlan plan;

    /**
     * @param trace recorded to its end, of a graph with a root
     */
    public PlaceChecks(Trace trace) {
        NodeId root = trace.plan().root().orElseThrow(() -> new NoSuchElementException("a root to check"));
        Compilation compilation =
                ExecutionPlan.compile(trace.plan().graph().rooted(root), Precision.DOUBLE, Long.MAX_VALUE);
        this.plan = ((Compilation.Compiled) compilation).plan();
        this.workspace = trace.again(plan);
        try {
            workspace.run();
        } catch (RunProblem problem) {
            workspace.close();
            throw problem;
        }
    }

    /**
     * Checks an element of the gradient of an output.
     *
     * @param element row-major position, or negative for the one whose error is largest
     */
    public PlaceCheck at(Source source, int element) {
        return check(new Place(source, null), workspace.gradient(source).orElseThrow(), element);
    }

    /**
     * Checks an element of what flows back along the edge into a slot.
     *
     * @param element row-major position, or negative for the one whose error is largest
     */
    public PlaceCheck at(Slot slot, int element) {
        return check(
                new Place(plan.feeding(slot), slot),
                workspace.contribution(slot).orElseThrow(),
                element);
    }

    @Override
    public void close() {
        workspace.close();
    }

    /**
     * Where a number is nudged.
     *
     * @param only the one slot that sees it nudged, or null where every consumer does
     */
    private record Place(Source source, @Nullable Slot only) {
        String words() {
            return only == null ? source.toString() : WORDS.text("placeChecks.edgeInto", only);
        }
    }

    private PlaceCheck check(Place place, Tensor analytic, int element) {
        workspace.runForward();
        NodeCheck.Element found = element >= 0 ? compare(place, analytic, element) : worst(place, analytic);
        int at = found.position();
        List<PlaceCheck.StepSize> curve = new ArrayList<>();
        Nudge nudge = new Nudge(place, at);
        for (int i = PER_DECADE; i <= DECADES * PER_DECADE; i++) {
            double h = Math.pow(10, -i / (double) PER_DECADE);
            double numeric;
            try {
                numeric = Comparison.central(nudge, nudge.x, h);
            } catch (RunProblem stopped) {
                numeric = Double.NaN;
            }
            curve.add(new PlaceCheck.StepSize(h, numeric, Comparison.error(analytic.at(at), numeric)));
        }
        return new PlaceCheck(place.words(), found, analytic.size(), curve);
    }

    private NodeCheck.Element worst(Place place, Tensor analytic) {
        int tried = Math.min(MOST_TRIED, analytic.size());
        NodeCheck.Element worst = compare(place, analytic, 0);
        for (int i = 1; i < tried; i++) {
            NodeCheck.Element other = compare(place, analytic, (int) ((long) i * analytic.size() / tried));
            int order = other.verdict().compareTo(worst.verdict());
            worst = order > 0 || (order == 0 && other.error() > worst.error()) ? other : worst;
        }
        return worst;
    }

    private NodeCheck.Element compare(Place place, Tensor analytic, int position) {
        Nudge nudge = new Nudge(place, position);
        return Comparison.of(nudge, position, nudge.x, analytic.at(position));
    }

    /** The loss as a function of one number at a place; it leaves the number as it was. */
    private final class Nudge implements Comparison.Probe {
        private final Place place;
        private final int position;
        private final Buffer buffer;
        private final double x;
        private double last;

        Nudge(Place place, int position) {
            this.place = place;
            this.position = position;
            this.buffer = workspace.buffer(place.source);
            this.x = buffer.get(position);
            this.last = x;
        }

        @Override
        public double loss(double changed) {
            last = changed;
            try {
                run(changed);
                return workspace.loss();
            } finally {
                buffer.set(position, x);
            }
        }

        /** Runs what comes after the number; one slot alone sees it where it is an edge's. */
        private void run(double changed) {
            boolean nudged = false;
            for (NodeId id : plan.order()) {
                Slot only = place.only;
                if (only != null && only.node().equals(id)) {
                    buffer.set(position, changed);
                    workspace.run(new Step.Forward(id));
                    buffer.set(position, x);
                    nudged = true;
                } else if (only == null && place.source.node().equals(id)) {
                    buffer.set(position, changed);
                    nudged = true;
                } else if (nudged) {
                    workspace.run(new Step.Forward(id));
                }
            }
        }

        @Override
        public double[] sides() {
            buffer.set(position, last);
            double[] sides = workspace.kinkSides();
            buffer.set(position, x);
            return sides;
        }
    }
}
