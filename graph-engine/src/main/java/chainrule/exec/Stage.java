package chainrule.exec;

import chainrule.kernel.Kernel;
import java.util.List;

/**
 * A kernel of a schedule, and the steps of the plan that it does.
 *
 * @param steps at least one, in the order of the plan
 */
record Stage(List<Step> steps, Kernel kernel) {
    Stage {
        steps = List.copyOf(steps);
    }

    static Stage of(Step step, Kernel kernel) {
        return new Stage(List.of(step), kernel);
    }
}
