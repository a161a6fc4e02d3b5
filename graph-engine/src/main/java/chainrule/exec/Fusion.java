package chainrule.exec;

import chainrule.graph.NodeId;
import chainrule.kernel.Check;
import chainrule.kernel.ImageChain;
import chainrule.kernel.Kernel;
import chainrule.kernel.Pointwise;
import chainrule.kernel.RowChain;
import chainrule.kernel.Scalar;
import chainrule.kernel.ScalarTape;
import chainrule.op.ValueProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Joins stages that follow each other where a single kernel can do their work: single numbers on one tape, and where one
 * stage ends and the next begins with element-wise work on buffers of one size, both in one sweep, or with work on the
 * rows of such buffers, both row by row; a convolution and what follows it image by image.
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
        int chained = 0;
        for (int i = 0; i < stages.size(); i++) {
            List<Kernel> next = stages.get(i).kernel().parts();
            if (i >= chained && !fusion.joins(next)) {
                fusion.close();
            }
            fusion.add(stages.get(i));
            chained = Math.max(chained, endOfChain(stages, i));
        }
        fusion.close();
        return fusion.done;
    }

    private void add(Stage stage) {
        for (Kernel part : stage.kernel().parts()) {
            parts.add(part instanceof Check check && !steps.isEmpty() ? named(check, stage) : part);
        }
        steps.addAll(stage.steps());
        scalar &= scalars(stage.kernel().parts());
    }

    /** Whether kernels go on with what those so far end with. */
    private boolean joins(List<Kernel> next) {
        if (steps.isEmpty() || next.isEmpty() || parts.isEmpty()) {
            return true;
        }
        if (scalar) {
            return scalars(next);
        }
        boolean sweeps = parts.get(parts.size() - 1) instanceof Pointwise last
                && next.get(0) instanceof Pointwise first
                && first.joins(last);
        return sweeps || ImageChain.joins(parts, next.get(0));
    }

    /** The place behind the last stage that goes on with the rows that a stage ends with. */
    private static int endOfChain(List<Stage> stages, int from) {
        List<Kernel> parts = stages.get(from).kernel().parts();
        int end = from + 1;
        Optional<RowChain> chain = parts.isEmpty() ? Optional.empty() : RowChain.from(parts.get(parts.size() - 1));
        if (chain.isEmpty()) {
            return end;
        }
        for (int at = end; at < stages.size(); at++) {
            for (Kernel part : stages.get(at).kernel().parts()) {
                RowChain.Link link = chain.get().next(part);
                if (link == RowChain.Link.NONE) {
                    return end;
                }
                end = link == RowChain.Link.WHOLE_ROWS ? at + 1 : end;
            }
        }
        return end;
    }

    /** A look that names its node itself, since its stage begins with another. */
    private static Check named(Check check, Stage stage) {
        NodeId node = stage.steps().get(0).node();
        return new Check(check.at(), () -> {
            try {
                check.run();
            } catch (ValueProblem found) {
                throw Pass.problem(node, found);
            }
        });
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
        for (Kernel part : ImageChain.joined(RowChain.joined(parts))) {
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
