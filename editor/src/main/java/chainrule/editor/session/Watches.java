package chainrule.editor.session;

import chainrule.graph.Source;
import chainrule.op.Formula;
import chainrule.tensor.Tensor;
import chainrule.trace.GradientView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Values and gradients that are kept in sight: what they are where the learner stands, and what they were over the steps
 * of the training, which the worker looks up step by step while it stands still. Used on one thread.
 */
public final class Watches {
    private static final int MOST_SAMPLES = 100;

    /** An output's value, or its gradient. */
    public record Watch(Source source, boolean gradient) {
        public String name() {
            return gradient ? Formula.bar(source.toString()) : source.toString();
        }

        Optional<Tensor> in(GradientView view) {
            return gradient ? view.gradient(source) : view.value(source);
        }
    }

    private final Stepper stepper;
    private final TrainingSession training;
    private final Map<Watch, TreeMap<Integer, Double>> all = new LinkedHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean surveying;
    private int done;

    public Watches(Stepper stepper, TrainingSession training) {
        this.stepper = stepper;
        this.training = training;
        training.onChange(this::trained);
        stepper.onChange(this::tell);
    }

    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public List<Watch> all() {
        return List.copyOf(all.keySet());
    }

    /** Watches something, or no longer. */
    public void toggle(Watch watch) {
        if (all.remove(watch) == null) {
            all.put(watch, new TreeMap<>());
        }
        survey();
        tell();
    }

    /** What it is where the learner stands; empty where it is not known there. */
    public Optional<Tensor> now(Watch watch) {
        return stepper.view().filter(view -> knows(watch)).flatMap(watch::in);
    }

    /**
     * What it was before training steps: the number, or the length of the tensor; those that were looked up so far. Nothing
     * while the learner hides it.
     */
    public Map<Integer, Double> past(Watch watch) {
        if (isHidden(watch)) {
            return Map.of();
        }
        return new TreeMap<>(all.getOrDefault(watch, new TreeMap<>()));
    }

    /** A tensor as one number: itself, or its length. */
    public static double size(Tensor tensor) {
        if (tensor.shape().isScalar()) {
            return tensor.item();
        }
        double squares = 0;
        for (int i = 0; i < tensor.size(); i++) {
            squares += tensor.at(i) * tensor.at(i);
        }
        return Math.sqrt(squares);
    }

    /** Whether it is known where the learner stands, and hidden. */
    public boolean isHidden(Watch watch) {
        return stepper.cursor()
                .filter(c -> knows(watch) && watch.in(c.view()).isEmpty())
                .flatMap(c -> watch.in(c.trace().whole().view(c.done())))
                .isPresent();
    }

    private boolean knows(Watch watch) {
        return stepper.cursor()
                .map(c -> c.trace().plan())
                .filter(plan -> plan.graph().has(watch.source().node())
                        || plan.outline().isOpened(watch.source().node()))
                .isPresent();
    }

    private void trained() {
        TrainingState state = training.state();
        if (state.phase() == TrainingState.Phase.NONE || state.done() < done) {
            all.replaceAll((watch, past) -> new TreeMap<>());
            surveying = false;
        }
        done = state.done();
        survey();
    }

    /** Looks up the first step that is missing, and then the next. */
    private void survey() {
        if (surveying || !training.state().standsStill()) {
            return;
        }
        for (int i = 0; i <= Math.min(MOST_SAMPLES, done); i++) {
            int step = (int) ((long) i * done / Math.max(1, Math.min(MOST_SAMPLES, done)));
            if (all.values().stream().anyMatch(past -> !past.containsKey(step))) {
                surveying = true;
                training.survey(step, trace -> {
                    surveying = false;
                    GradientView end = trace.whole().end();
                    all.forEach((watch, past) ->
                            past.put(step, watch.in(end).map(Watches::size).orElse(Double.NaN)));
                    tell();
                    survey();
                });
                return;
            }
        }
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
