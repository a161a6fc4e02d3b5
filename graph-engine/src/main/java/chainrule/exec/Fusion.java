package chainrule.exec;

import chainrule.kernel.Kernel;
import chainrule.kernel.Pointwise;
import chainrule.kernel.Scalar;
import chainrule.kernel.ScalarTape;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins stages that follow each other where a single kernel can do their work: single numbers on one tape, and where one
 * stage ends and the next begins with element-wise work on buffers of one size, both in one sweep.
 */
final class Fusion {
    /** More operations in one sweep would not save more reading. */
    private static final int MOST_SWEPT = 32;

    private final List<Stage> done = new ArrayList<>();
    private List<Step> steps = new ArrayList<>();
    private List<Kernel> parts = new ArrayList<>();
    private boolean scalar = true;

    private Fusion() {}

    /** The same work in the same order, in fewer kernels. */
    static List<Stage> fused(List<Stage> stages) {
        Fusion fusion = new Fusion();
        for (Stage stage : stages) {
            List<Kernel> next = stage.kernel().parts();
            if (!fusion.joins(next)) {
                fusion.close();
            }
            fusion.steps.addAll(stage.steps());
            fusion.parts.addAll(next);
            fusion.scalar &= scalars(next);
        }
        fusion.close();
        return fusion.done;
    }

    /** Whether kernels go on with what those so far end with. */
    private boolean joins(List<Kernel> next) {
        if (steps.isEmpty() || next.isEmpty() || parts.isEmpty()) {
            return true;
        }
        if (scalar) {
            return scalars(next);
        }
        return parts.get(parts.size() - 1) instanceof Pointwise last
                && next.get(0) instanceof Pointwise first
                && first.joins(last);
    }

    private void close() {
        if (!steps.isEmpty()) {
            done.add(new Stage(steps, kernel()));
        }
        steps = new ArrayList<>();
        parts = new ArrayList<>();
        scalar = true;
    }

    private Kernel kernel() {
        if (parts.size() > 1 && scalar) {
            return new ScalarTape(parts.stream().map(Scalar.class::cast).toList());
        }
        List<Kernel> kernels = new ArrayList<>();
        List<Pointwise> sweep = new ArrayList<>();
        for (Kernel part : parts) {
            boolean goesOn = part instanceof Pointwise p
                    && sweep.size() < MOST_SWEPT
                    && sweep.stream().allMatch(p::joins);
            if (!goesOn) {
                end(sweep, kernels);
            }
            if (part instanceof Pointwise pointwise) {
                sweep.add(pointwise);
            } else {
                kernels.add(part);
            }
        }
        end(sweep, kernels);
        return Kernel.sequence(kernels.toArray(Kernel[]::new));
    }

    private static void end(List<Pointwise> sweep, List<Kernel> kernels) {
        if (!sweep.isEmpty()) {
            kernels.add(Pointwise.joined(sweep));
            sweep.clear();
        }
    }

    private static boolean scalars(List<Kernel> kernels) {
        return kernels.stream().allMatch(Scalar.class::isInstance);
    }
}
