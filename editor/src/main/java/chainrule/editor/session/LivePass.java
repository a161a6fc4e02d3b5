package chainrule.editor.session;

import chainrule.block.Opening;
import chainrule.editor.document.Document;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.RunProblem;
import chainrule.exec.Step;
import chainrule.exec.Workspace;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.trace.Trace;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The engine's side of an {@link Evaluator}: the workspace of the last document that ran, kept so that an edit which
 * changes nothing but numbers neither compiles nor binds anything, and runs only what it touches. Owned by the worker.
 */
final class LivePass {
    /** Larger workspaces are not kept between two edits. */
    private static final long MOST_KEPT = 128L << 20;

    private final long budget;
    private final Consumer<Progress> report;
    private @Nullable Workspace workspace;
    private @Nullable Trace last;
    private Set<NodeId> opened = Set.of();

    /**
     * @param budget bytes that the buffers of one graph may take
     * @param report told before each step
     */
    LivePass(long budget, Consumer<Progress> report) {
        this.budget = budget;
        this.report = report;
    }

    /** What became of a document: its trace, or why there is none. */
    record Outcome(@Nullable Trace trace, List<Problem> problems) {
        Outcome {
            problems = List.copyOf(problems);
        }

        private static Outcome of(Trace trace) {
            return trace.problem()
                    .map(problem -> new Outcome(null, List.of(problem)))
                    .orElseGet(() -> new Outcome(trace, List.of()));
        }
    }

    /**
     * Runs a document.
     *
     * @param parts nodes that are computed part by part, beside the blocks
     * @param overtaken asked between steps; where another edit has come, the outcome is empty
     */
    Outcome run(Document document, Set<NodeId> parts, BooleanSupplier overtaken) {
        boolean same = opened.equals(parts);
        opened = Set.copyOf(parts);
        try {
            Optional<ExecutionPlan> revised = same ? revised(document) : Optional.empty();
            return revised.map(plan -> rerun(plan, overtaken)).orElseGet(() -> anew(document, overtaken));
        } catch (RunProblem tooLarge) {
            close();
            return new Outcome(null, List.of(tooLarge.problem()));
        } catch (CancellationException cancelled) {
            last = null;
            return new Outcome(null, List.of());
        }
    }

    /** The plan of the kept workspace with the numbers of a document; empty where more has changed. */
    private Optional<ExecutionPlan> revised(Document document) {
        return Optional.ofNullable(workspace)
                .map(Workspace::plan)
                .filter(plan -> plan.precision() == document.precision())
                .flatMap(plan -> plan.revised(document.graph()));
    }

    private Outcome rerun(ExecutionPlan plan, BooleanSupplier overtaken) {
        Workspace kept = Objects.requireNonNull(workspace);
        Trace before = last;
        last = null;
        kept.revise(plan);
        kept.stopWhen(overtaken);
        BooleanSupplier told = told(plan, overtaken);
        Trace trace = before != null ? Trace.recordAfter(kept, before, told) : Trace.record(kept, told);
        last = trace;
        return Outcome.of(trace);
    }

    private Outcome anew(Document document, BooleanSupplier overtaken) {
        close();
        Compilation compilation =
                ExecutionPlan.compile(document.graph(), document.precision(), budget, Opening.of(opened));
        if (compilation instanceof Compilation.Rejected rejected) {
            return new Outcome(null, rejected.problems());
        }
        ExecutionPlan plan = ((Compilation.Compiled) compilation).plan();
        Workspace made = new Workspace(plan);
        workspace = made;
        made.stopWhen(overtaken);
        Trace trace = Trace.record(made, told(plan, overtaken));
        last = trace;
        if (plan.bytes() > MOST_KEPT) {
            close();
        }
        return Outcome.of(trace);
    }

    /** Asked before each step, tells that it begins. */
    private BooleanSupplier told(ExecutionPlan plan, BooleanSupplier overtaken) {
        List<Step> steps = plan.steps();
        int[] done = {0};
        return () -> {
            int now = done[0]++;
            if (now < steps.size()) {
                report.accept(new Progress(now, steps.size(), steps.get(now).node()));
            }
            return overtaken.getAsBoolean();
        };
    }

    /** Frees the memory; the next document that runs is compiled anew. */
    void close() {
        if (workspace != null) {
            workspace.close();
            workspace = null;
        }
        last = null;
    }
}
