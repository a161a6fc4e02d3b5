package chainrule.train;

import chainrule.graph.NodeId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a graph is trained, as its file has it: nothing is checked before a {@link TrainingRun} begins.
 *
 * @param optimizer an {@link OptimizerKind} with its settings, the learning rate {@code lr} among them
 * @param schedule a {@link ScheduleKind} with its settings
 * @param clip how gradients are held back, a {@link Clip}; null where they are not
 * @param only the parameters that are updated; empty means all trainable ones
 * @param extras fields that this version keeps but does not use, as JSON text by name
 */
public record Training(
        Part optimizer, Part schedule, @Nullable Part clip, int steps, List<NodeId> only, Map<String, String> extras) {
    private static final String RATE = OptimizerKind.RATE.name();

    public Training {
        only = List.copyOf(only);
        extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
    }

    /** What a file without a training block gets: plain gradient descent at rate 0.1 for 100 steps. */
    public static Training standard() {
        return of("sgd", OptimizerKind.RATE.initial(), 100);
    }

    /** A training of all parameters at a constant rate. */
    public static Training of(String optimizer, double rate, int steps) {
        Part part = Part.of(optimizer).with(RATE, rate);
        return new Training(part, Part.of(ScheduleKind.CONSTANT.id()), null, steps, List.of(), Map.of());
    }

    /** The learning rate that the schedule begins with. */
    public double rate() {
        return optimizer.numbers().getOrDefault(RATE, OptimizerKind.RATE.initial());
    }

    public Training withOptimizer(Part changed) {
        return new Training(changed, schedule, clip, steps, only, extras);
    }

    public Training withSchedule(Part changed) {
        return new Training(optimizer, changed, clip, steps, only, extras);
    }

    public Training withClip(@Nullable Part changed) {
        return new Training(optimizer, schedule, changed, steps, only, extras);
    }

    public Training withSteps(int number) {
        return new Training(optimizer, schedule, clip, number, only, extras);
    }

    public Training withOnly(List<NodeId> parameters) {
        return new Training(optimizer, schedule, clip, steps, parameters, extras);
    }
}
