package chainrule.exec;

import chainrule.kernel.Kernel;
import chainrule.kernel.Stop;
import chainrule.op.ValueProblem;
import java.util.List;

/** Kernels in the order in which they run, each with the steps of the plan that it does. */
final class Schedule {
    private final List<Stage> stages;
    private final Kernel[] kernels;

    Schedule(List<Stage> stages) {
        this.stages = List.copyOf(stages);
        this.kernels = stages.stream().map(Stage::kernel).toArray(Kernel[]::new);
    }

    /**
     * Runs every kernel; allocates nothing.
     *
     * @param stop asked before each
     */
    void run(Stop stop) {
        int at = 0;
        try {
            for (; at < kernels.length; at++) {
                stop.check();
                kernels[at].run();
            }
        } catch (ValueProblem found) {
            throw Pass.problem(stages.get(at).steps().get(0).node(), found);
        }
    }

    List<List<Step>> covered() {
        return stages.stream().map(Stage::steps).toList();
    }
}
