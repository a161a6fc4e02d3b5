package chainrule.editor.session;

import chainrule.editor.document.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Steps that are taken one after the other: each waits until the learner has done what it says, has it shown, or skips
 * it. Used on one thread.
 */
public final class Tour {
    private final Workbench bench;
    private List<TourStep> steps;
    private final List<Runnable> listeners = new ArrayList<>();
    private int at;
    private boolean on;
    private Document before;

    public Tour(Workbench bench, List<TourStep> steps) {
        this.bench = bench;
        this.steps = List.copyOf(steps);
        this.before = bench.history().document();
        bench.history().onChange(this::look);
        bench.evaluator().onChange(evaluation -> look());
        bench.stepper().onChange(this::look);
        bench.selection().onChange(this::look);
    }

    /** Begins with the first step, however far it was. */
    public void start() {
        on = true;
        goTo(0);
    }

    /** Begins with other steps. */
    public void start(List<TourStep> others) {
        steps = List.copyOf(others);
        start();
    }

    /** Ends it where it is. */
    public void end() {
        on = false;
        changed();
    }

    /** Leaves a step out. */
    public void skip() {
        if (on && at < steps.size()) {
            goTo(at + 1);
        }
    }

    /** Does the step in the learner's place. */
    public void show() {
        step().ifPresent(step -> step.show().accept(bench));
    }

    /** Whether it goes on; also when all is done and only to be closed. */
    public boolean isOn() {
        return on;
    }

    /** The step that waits; empty when the tour is over or has not begun. */
    public Optional<TourStep> step() {
        return on && at < steps.size() ? Optional.of(steps.get(at)) : Optional.empty();
    }

    /** How many steps are behind. */
    public int done() {
        return at;
    }

    public int steps() {
        return steps.size();
    }

    /** Calls back when another step waits, and when it begins or ends. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void look() {
        Optional<TourStep> waiting = step();
        if (waiting.isPresent() && waiting.get().done().test(bench, before)) {
            goTo(at + 1);
        }
    }

    /** What has been done already is not asked for again. */
    private void goTo(int step) {
        at = step;
        before = bench.history().document();
        changed();
        look();
    }

    private void changed() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
