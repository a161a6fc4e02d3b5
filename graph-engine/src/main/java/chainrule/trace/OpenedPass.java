package chainrule.trace;

import chainrule.block.Opening;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Workspace;
import chainrule.graph.NodeId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A recorded pass made again with nodes that are opened, so that what is inside of them has numbers. The pass itself,
 * and what follows from it, stays as it was. Belongs to one thread.
 */
public final class OpenedPass {
    private Set<NodeId> parts = Set.of();
    private @Nullable ExecutionPlan closed;
    private @Nullable ExecutionPlan opened;

    /** Opens these nodes from now on, and no others. */
    public void open(Set<NodeId> wanted) {
        if (!wanted.equals(parts)) {
            parts = Set.copyOf(wanted);
            closed = null;
            opened = null;
        }
    }

    /**
     * The pass with the nodes opened; the pass itself where that changes nothing or where it stopped at a mistake.
     *
     * @param record how to record it
     */
    public Trace of(Trace pass, Function<Workspace, Trace> record) {
        if (parts.isEmpty() || pass.problem().isPresent()) {
            return pass;
        }
        Optional<ExecutionPlan> plan = plan(pass.plan());
        if (plan.isEmpty()) {
            return pass;
        }
        try (Workspace workspace = pass.again(plan.get())) {
            return record.apply(workspace);
        }
    }

    private Optional<ExecutionPlan> plan(ExecutionPlan from) {
        if (from != closed) {
            closed = from;
            Compilation compilation =
                    ExecutionPlan.compile(from.outline().outer(), from.precision(), Long.MAX_VALUE, Opening.of(parts));
            opened = compilation instanceof Compilation.Compiled compiled ? compiled.plan() : null;
        }
        return Optional.ofNullable(opened);
    }
}
