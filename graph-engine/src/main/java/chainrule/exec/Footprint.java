package chainrule.exec;

import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.graph.Source;
import chainrule.kernel.Engine;
import chainrule.kernel.Memory;
import chainrule.language.Phrases;
import chainrule.tensor.Shape;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The bytes of a pass, known before they are allocated: the pass is bound to a memory that only counts. What the rules of
 * its nodes need in between is in it.
 */
final class Footprint {
    private static final Phrases WORDS = Phrases.of(Footprint.class);

    /** Where values and gradients alone take this part of the budget or less, the pass is bound without counting first. */
    private static final int AMPLE = 64;

    private Footprint() {}

    /** The bytes that a pass would take by loops. */
    static <P extends Pass> long planned(ExecutionPlan plan, Function<Placement, P> bound) {
        try (Pass pass = bound.apply(new Placement(plan, Memory.planned(plan.precision())))) {
            return pass.reserved();
        }
    }

    /**
     * A place for a pass that keeps within the budget of its plan.
     *
     * @param bytes counts what the pass would take
     * @throws RunProblem where that is too much
     */
    static Placement checked(ExecutionPlan plan, LongSupplier bytes, Engine engine) {
        if (engine == Engine.LOOPS && plan.bytes() > plan.budget() / AMPLE) {
            long needed = bytes.getAsLong();
            if (needed > plan.budget()) {
                throw new RunProblem(tooLarge(plan, megabytes(needed)));
            }
        }
        return new Placement(plan, engine);
    }

    /** That a graph is too large for its budget, at the node that takes most. */
    static Problem tooLarge(ExecutionPlan plan, String needed) {
        NodeId largest = plan.shapes().entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.comparingLong(Shape::size)))
                .map(Map.Entry::getKey)
                .map(Source::node)
                .orElseThrow();
        return Problem.at(
                largest,
                WORDS.text(
                        "footprint.graphNeedsMemoryMayTake",
                        needed,
                        megabytes(plan.budget()),
                        largest,
                        plan.shape(plan.first(largest))));
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", Math.max(1, bytes >> 20));
    }
}
