package chainrule.exec;

import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Stop;
import chainrule.op.State;
import chainrule.op.ValueProblem;
import chainrule.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A plan with memory, bound and ready to run again and again: observed step by step ({@link Workspace}) or as fast as it
 * can be ({@link FastPass}). Owned by one thread; close it to free the memory.
 */
public abstract sealed class Pass implements AutoCloseable permits Workspace, FastPass {
    private final Bindings bindings;
    private final @Nullable Buffer root;
    private final Kernel gather;
    private final Kernel draw;

    Pass(Bindings bindings) {
        this.bindings = bindings;
        this.root = bindings.plan()
                .root()
                .map(id -> bindings.value(bindings.plan().first(id)))
                .orElse(null);
        this.gather = bindings.each(State::gather);
        this.draw = bindings.each(State::draw);
    }

    /**
     * Runs forward and backward.
     *
     * @throws RunProblem where the numbers show a learner's mistake
     */
    public abstract void run();

    /**
     * Runs the forward steps only.
     *
     * @throws RunProblem where the numbers show a learner's mistake
     */
    public abstract void runForward();

    /** Bytes that this pass has allocated, the room between its buffers included. */
    public final long reserved() {
        return bindings.reserved();
    }

    /**
     * From now on a run ends, with a {@link java.util.concurrent.CancellationException}, where this answers true. It is
     * asked many times in a pass, on the thread that runs it; what the pass computed until then holds nothing.
     */
    public final void stopWhen(BooleanSupplier ends) {
        stop().when(ends);
    }

    /** The memory of a gradient, borrowed until this pass closes; empty where this pass computes none. */
    abstract Optional<Buffer> findGradient(Source source);

    public final ExecutionPlan plan() {
        return bindings.plan();
    }

    /** The memory of an output, to be read, borrowed until this pass closes. */
    public final Buffer buffer(Source source) {
        return bindings.value(source);
    }

    /** The memory of a gradient, borrowed until this pass closes. */
    public final Buffer gradientBuffer(Source source) {
        return findGradient(source).orElseThrow(() -> new IllegalArgumentException(source + " has no gradient here"));
    }

    /** A copy of an output. */
    public final Tensor value(Source source) {
        return buffer(source).snapshot();
    }

    /** A copy of the gradient of an output; empty where this pass computes none. */
    public final Optional<Tensor> gradient(Source source) {
        return findGradient(source).map(Buffer::snapshot);
    }

    /** The memory of a source's numbers, to be overwritten; what is computed from them is computed anew. */
    public Buffer overwritten(Source source) {
        return buffer(source);
    }

    /** Overwrites the value of a source node until it is loaded again. */
    public final void load(NodeId node, Tensor value) {
        overwritten(Source.of(node)).load(value);
    }

    /**
     * The sum of the root's elements: what training makes smaller.
     *
     * @throws NoSuchElementException where the plan has no root
     */
    public final double loss() {
        if (root == null) {
            throw new NoSuchElementException("a plan without a root has no loss");
        }
        double sum = 0;
        for (long i = 0; i < root.size(); i++) {
            sum += root.get(i);
        }
        return sum;
    }

    /**
     * Moves on what every node remembers, as a training step does after its pass: running statistics take in those of
     * the pass, masks are drawn anew. Nothing else does, so that a pass can be repeated.
     */
    public final void advance() {
        gather();
        draw();
    }

    /** The first half of {@link #advance}: takes in what the pass left behind. */
    public final void gather() {
        gather.run();
    }

    /** The second half of {@link #advance}: draws for the next pass. */
    public final void draw() {
        draw.run();
    }

    /** A copy of all that the nodes remember. */
    public final Remembered remembered() {
        Map<NodeId, Map<String, Tensor>> buffers = new LinkedHashMap<>();
        Map<NodeId, Long> generators = new LinkedHashMap<>();
        bindings.states().forEach((id, state) -> {
            buffers.put(id, state(id));
            if (state.generator() != null) {
                generators.put(id, state.generator().place());
            }
        });
        return new Remembered(buffers, generators);
    }

    /**
     * Goes on from what the nodes of a pass remembered. That may have been a pass of other batches: what has another
     * shape there stays here as it is.
     */
    public final void restore(Remembered remembered) {
        remembered
                .buffers()
                .forEach((id, buffers) -> buffers.forEach((name, tensor) -> {
                    Buffer buffer = bindings.saved(id, name);
                    if (buffer.shape().equals(tensor.shape())) {
                        buffer.load(tensor);
                    }
                }));
        bindings.states().forEach((id, state) -> {
            Long place = remembered.generators().get(id);
            if (state.generator() != null && place != null) {
                state.generator().moveTo(place);
            }
        });
    }

    /** A copy of what a node remembers under one name. */
    public final Tensor state(NodeId node, String name) {
        if (!plan().graph().type(node).remembered().contains(name)) {
            throw new IllegalArgumentException(node + " remembers no " + name);
        }
        return bindings.saved(node, name).snapshot();
    }

    /** A copy of all that a node remembers, by name; empty for most. */
    public final Map<String, Tensor> state(NodeId node) {
        Map<String, Tensor> result = new LinkedHashMap<>();
        plan().graph().type(node).remembered().forEach(name -> result.put(name, state(node, name)));
        return result;
    }

    @Override
    public final void close() {
        bindings.close();
    }

    final Stop stop() {
        return bindings.stop();
    }

    final Bindings bindings() {
        return bindings;
    }

    /** The learner's mistake that the numbers showed at a node. */
    static RunProblem problem(NodeId node, ValueProblem found) {
        return new RunProblem(Problem.at(new Slot(node, found.slot()), found.sentence()));
    }
}
