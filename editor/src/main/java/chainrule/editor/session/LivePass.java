package chainrule.editor.session;

import chainrule.block.Opening;
import chainrule.editor.document.Document;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Workspace;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The engine's side of an {@link Evaluator}: the workspace of the last document that ran, kept so that an edit which
 * changes nothing but numbers neither compiles nor binds anything, and runs only what it touches. Owned by the worker.
 */
final class LivePass {
    /** Larger workspaces are not kept between two edits. */
    private static final long MOST_KEPT = 128L << 20;

    private final long budget;
    private @Nullable Workspace workspace;
    private @Nullable Trace last;
    private Set<NodeId> opened = Set.of();

    /**
     * @param budget bytes that the buffers of one graph may take
     */
    LivePass(long budget) {
        this.budget = budget;
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
     */
    Outcome run(Document document, Set<NodeId> parts) {
        Workspace kept = workspace;
        Trace before = last;
        boolean same = opened.equals(parts);
        opened = Set.copyOf(parts);
        if (kept != null && before != null && same && kept.plan().precision() == document.precision()) {
            Optional<ExecutionPlan> revised = kept.plan().revised(document.graph());
            if (revised.isPresent()) {
                kept.revise(revised.get());
                last = null;
                last = Trace.recordAfter(kept, before);
                return Outcome.of(last);
            }
        }
        close();
        Compilation compilation =
                ExecutionPlan.compile(document.graph(), document.precision(), budget, Opening.of(parts));
        if (compilation instanceof Compilation.Rejected rejected) {
            return new Outcome(null, rejected.problems());
        }
        ExecutionPlan plan = ((Compilation.Compiled) compilation).plan();
        workspace = new Workspace(plan);
        Trace trace = Trace.record(workspace);
        last = trace;
        if (plan.bytes() > MOST_KEPT) {
            close();
        }
        return Outcome.of(trace);
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
