package chainrule.trace;

import chainrule.exec.LocalDerivative;
import chainrule.exec.RunProblem;
import chainrule.exec.Step;
import chainrule.exec.Workspace;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.OutPort;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps of a pass and keeps what they write. Steps that an edit does not touch are not run again: what they
 * wrote is in the workspace still, and in the trace before the edit.
 */
final class Recorder {
    /** Passes with more pulls than this record no local derivatives. */
    private static final int MOST_LOCALS = 2000;

    private final Workspace workspace;
    private final @Nullable Trace before;
    private final Touched touched;
    private final List<Tensor> results = new ArrayList<>();
    private final Map<Source, Tensor> furtherOutputs = new HashMap<>();
    private final Map<Slot, Tensor> locals = new HashMap<>();
    private final Map<NodeId, Map<String, Tensor>> states = new HashMap<>();

    /**
     * @param before what this workspace recorded last, to the end; null where every step is to be run
     */
    Recorder(Workspace workspace, @Nullable Trace before) {
        this.workspace = workspace;
        this.before = before;
        this.touched = new Touched(workspace.plan());
        for (NodeId id : workspace.plan().order()) {
            Map<String, Tensor> state = workspace.state(id);
            if (!state.isEmpty()) {
                states.put(id, Collections.unmodifiableMap(state));
            }
        }
    }

    Workspace workspace() {
        return workspace;
    }

    List<Tensor> results() {
        return results;
    }

    Map<Source, Tensor> furtherOutputs() {
        return furtherOutputs;
    }

    Map<Slot, Tensor> locals() {
        return locals;
    }

    Map<NodeId, Map<String, Tensor>> states() {
        return states;
    }

    /**
     * Runs the pass; answers the learner's mistake that stopped it, or null.
     *
     * @param cancelled asked before each step
     * @throws CancellationException where it was
     */
    @Nullable
    Problem run(BooleanSupplier cancelled) {
        for (Step step : workspace.plan().steps()) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            if (before != null && !touched.touches(step)) {
                keep(step, before);
                continue;
            }
            try {
                workspace.run(step);
            } catch (RunProblem stopped) {
                return stopped.problem();
            }
            record(step);
        }
        return null;
    }

    /** Adds the local derivatives of a finished pass. */
    void derive(BooleanSupplier cancelled) {
        if (workspace.plan().pulled().size() > MOST_LOCALS) {
            return;
        }
        for (Slot slot : workspace.plan().pulled()) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            if (before != null && !touched.reran(slot.node())) {
                before.local(slot).ifPresent(local -> locals.put(slot, local));
            } else {
                LocalDerivative.at(workspace, slot).ifPresent(local -> locals.put(slot, local));
            }
        }
    }

    private void keep(Step step, Trace known) {
        results.add(known.result(results.size()));
        if (step instanceof Step.Forward) {
            for (Source source : further(step.node())) {
                furtherOutputs.put(
                        source, Objects.requireNonNull(known.furtherOutputs().get(source)));
            }
        }
    }

    private void record(Step step) {
        int at = results.size();
        Tensor result = workspace.result(step);
        results.add(result);
        touched.ran(step, before == null || !before.result(at).equals(result));
        if (step instanceof Step.Forward) {
            for (Source source : further(step.node())) {
                Tensor value = workspace.value(source);
                furtherOutputs.put(source, value);
                touched.wrote(
                        source,
                        before == null
                                || !Objects.equals(
                                        value, before.furtherOutputs().get(source)));
            }
        }
    }

    private List<Source> further(NodeId id) {
        List<OutPort> outputs = workspace.plan().graph().type(id).outputs();
        return outputs.stream().skip(1).map(port -> new Source(id, port.name())).toList();
    }
}
