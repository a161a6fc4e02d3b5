package chainrule.exec;

import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Kernels;
import chainrule.kernel.Memory;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.State;
import chainrule.op.ValueProblem;
import chainrule.op.Vjp;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The memory of one plan and a bound kernel for each of its steps. In this observed pass every edge has a gradient
 * buffer of its own. Owned by one thread; close it to free the memory.
 */
public final class Workspace implements AutoCloseable {
    private final ExecutionPlan plan;
    private final Memory memory;
    private final Map<Source, Buffer> values = new HashMap<>();
    private final Map<Source, Buffer> gradients = new HashMap<>();
    private final Map<Slot, Buffer> pulled = new HashMap<>();
    private final Map<String, Buffer> saved = new HashMap<>();
    private final Map<Step, Kernel> kernels = new LinkedHashMap<>();
    private final Map<NodeId, State> states = new LinkedHashMap<>();
    private final List<Supplier<Tensor>> kinks = new ArrayList<>();

    public Workspace(ExecutionPlan plan) {
        this.plan = plan;
        this.memory = new Memory(plan.precision(), Long.MAX_VALUE);
        plan.shapes().forEach((source, shape) -> values.put(source, memory.allocate(shape)));
        plan.order().forEach(this::loadSource);
        plan.order().forEach(this::allocateSaved);
        plan.order().forEach(this::startState);
        plan.pulled().forEach(slot -> pulled.put(slot, memory.allocate(plan.shape(plan.feeding(slot)))));
        plan.contributions().forEach((source, slots) -> gradients.put(source, gradientBuffer(source, slots)));
        plan.steps().forEach(step -> kernels.put(step, bind(step)));
    }

    public ExecutionPlan plan() {
        return plan;
    }

    /**
     * Runs the whole pass.
     *
     * @throws RunProblem where the numbers show a learner's mistake
     */
    public void run() {
        plan.steps().forEach(this::run);
    }

    /** Runs the forward steps only. */
    public void runForward() {
        plan.order().forEach(id -> run(new Step.Forward(id)));
    }

    /**
     * Runs one step; the steps before it must have run.
     *
     * @throws RunProblem where the numbers show a learner's mistake
     */
    public void run(Step step) {
        try {
            Objects.requireNonNull(kernels.get(step), "no such step in this plan")
                    .run();
        } catch (ValueProblem problem) {
            throw new RunProblem(Problem.at(new Slot(step.node(), problem.slot()), problem.sentence()));
        }
    }

    /** What a step wrote, as a copy. */
    public Tensor result(Step step) {
        if (step instanceof Step.Forward forward) {
            return value(first(forward.node()));
        } else if (step instanceof Step.Pull pull) {
            return contribution(pull.slot()).orElseThrow();
        } else if (step instanceof Step.Update update) {
            return value(Source.of(update.node()));
        } else if (step instanceof Step.Seed seed) {
            return gradient(first(seed.node())).orElseThrow();
        } else if (step instanceof Step.Accumulate accumulate) {
            return gradient(accumulate.output()).orElseThrow();
        }
        throw new AssertionError(step);
    }

    /**
     * Moves on what every node remembers, as a training step does after its pass: masks are drawn anew, running
     * statistics take in those of the pass. Nothing else does, so that a pass can be repeated.
     */
    public void advance() {
        states.values().forEach(state -> state.advance().run());
    }

    /** A copy of what a node remembers under one name. */
    public Tensor state(NodeId node, String name) {
        if (!plan.graph().type(node).remembered().contains(name)) {
            throw new IllegalArgumentException(node + " remembers no " + name);
        }
        return saved(node, name).snapshot();
    }

    /** A copy of all that a node remembers, by name; empty for most. */
    public Map<String, Tensor> state(NodeId node) {
        Map<String, Tensor> result = new LinkedHashMap<>();
        plan.graph().type(node).remembered().forEach(name -> result.put(name, state(node, name)));
        return result;
    }

    /** A copy of an output. */
    public Tensor value(Source source) {
        return buffer(source).snapshot();
    }

    /** A copy of the gradient of an output; empty where none exists. */
    public Optional<Tensor> gradient(Source source) {
        return Optional.ofNullable(gradients.get(source)).map(Buffer::snapshot);
    }

    /** A copy of what flows back along the edge into a slot; empty where nothing does. */
    public Optional<Tensor> contribution(Slot slot) {
        return Optional.ofNullable(pulled.get(slot)).map(Buffer::snapshot);
    }

    /** The memory of an output, borrowed until this workspace closes. */
    public Buffer buffer(Source source) {
        return Objects.requireNonNull(values.get(source), () -> "no output " + source);
    }

    /** The memory of a gradient, borrowed until this workspace closes. */
    public Buffer gradientBuffer(Source source) {
        return Objects.requireNonNull(gradients.get(source), () -> source + " has no gradient");
    }

    /** Overwrites the value of a source node until it is loaded again. */
    public void load(NodeId node, Tensor value) {
        buffer(Source.of(node)).load(value);
    }

    /**
     * The sum of the root's elements: what training makes smaller.
     *
     * @throws java.util.NoSuchElementException where the plan has no root
     */
    public double loss() {
        Buffer elements = buffer(first(plan.root().orElseThrow()));
        double sum = 0;
        for (long i = 0; i < elements.size(); i++) {
            sum += elements.get(i);
        }
        return sum;
    }

    /** Which side of every kink the values of the last forward pass are on, as signs in an order of their own. */
    public double[] kinkSides() {
        if (kinks.isEmpty()) {
            for (NodeId id : plan.order()) {
                plan.graph().type(id).kinks().forEach(kink -> kinks.add(kink.bind(new Use(this, id, null))));
            }
        }
        return kinks.stream()
                .flatMapToDouble(kink -> Arrays.stream(kink.get().toArray()))
                .map(Math::signum)
                .toArray();
    }

    @Override
    public void close() {
        memory.close();
    }

    Buffer allocate(Shape shape) {
        return memory.allocate(shape);
    }

    Buffer input(NodeId node, String port) {
        return buffer(plan.feeding(new Slot(node, port)));
    }

    Buffer output(NodeId node, String port) {
        return buffer(new Source(node, port));
    }

    Buffer saved(NodeId node, String name) {
        return Objects.requireNonNull(saved.get(node + "/" + name), () -> node + " saves no " + name);
    }

    /** The upstream gradients of a node, by output; outputs that have none are left out. */
    Map<String, Buffer> upstream(NodeId node) {
        Map<String, Buffer> result = new HashMap<>();
        for (OutPort port : plan.graph().type(node).outputs()) {
            Buffer gradient = gradients.get(new Source(node, port.name()));
            if (gradient != null) {
                result.put(port.name(), gradient);
            }
        }
        return result;
    }

    /** Binds the derivative rule of a slot to buffers other than the pass's own. */
    Kernel bindVjp(Slot slot, Map<String, Buffer> upstream, Buffer result) {
        Vjp vjp = vjp(slot);
        String first = first(slot.node()).port();
        return Objects.requireNonNull(vjp.rule()).bind(use(slot, upstream, Map.of(first, result)));
    }

    /** Binds the tangent rule of a slot, which writes a tangent for each output. */
    Kernel bindJvp(Slot slot, Buffer tangent, Map<String, Buffer> results) {
        String first = first(slot.node()).port();
        return Objects.requireNonNull(vjp(slot).tangent()).bind(use(slot, Map.of(first, tangent), results));
    }

    private Use use(Slot slot, Map<String, Buffer> upstream, Map<String, Buffer> results) {
        int index = vjp(slot).port().indexOf(slot.port()).orElse(0);
        return new Use(this, slot.node(), new Use.Derivative(upstream, results, index));
    }

    private Vjp vjp(Slot slot) {
        NodeType type = plan.graph().type(slot.node());
        return type.input(slot.port()).flatMap(type::vjp).orElseThrow();
    }

    private void loadSource(NodeId id) {
        NodeType type = plan.graph().type(id);
        type.values().ifPresent(rule -> rule.of(plan.graph().node(id).settings())
                .forEach((port, tensor) -> output(id, port.name()).load(tensor)));
    }

    private void allocateSaved(NodeId id) {
        plan.saved(id).forEach((name, shape) -> saved.put(id + "/" + name, memory.allocate(shape)));
    }

    private void startState(NodeId id) {
        plan.graph()
                .type(id)
                .state()
                .map(rule -> rule.bind(new Use(this, id, null)))
                .ifPresent(state -> {
                    state.start().run();
                    states.put(id, state);
                });
    }

    private Buffer gradientBuffer(Source source, List<Slot> slots) {
        return slots.size() == 1
                ? Objects.requireNonNull(pulled.get(slots.get(0)))
                : memory.allocate(plan.shape(source));
    }

    private Kernel bind(Step step) {
        if (step instanceof Step.Forward forward) {
            return plan.graph().type(forward.node()).forward().bind(new Use(this, forward.node(), null));
        } else if (step instanceof Step.Seed seed) {
            Buffer root = gradientBuffer(first(seed.node()));
            return () -> root.fill(1);
        } else if (step instanceof Step.Pull pull) {
            Buffer result = Objects.requireNonNull(pulled.get(pull.slot()));
            return bindVjp(pull.slot(), upstream(pull.node()), result);
        } else if (step instanceof Step.Accumulate accumulate) {
            return sum(accumulate.output());
        }
        throw new AssertionError(step);
    }

    private Kernel sum(Source source) {
        List<Kernel> result = new ArrayList<>();
        Buffer sum = gradientBuffer(source);
        result.add(() -> sum.fill(0));
        plan.contributions()
                .getOrDefault(source, List.of())
                .forEach(slot -> result.add(Kernels.accumulate(Objects.requireNonNull(pulled.get(slot)), sum)));
        return Kernel.sequence(result.toArray(Kernel[]::new));
    }

    private Source first(NodeId node) {
        return new Source(node, plan.graph().type(node).outputs().get(0).name());
    }

    /** The ports of a node's type that a tangent passes. */
    static boolean passesTangent(NodeType type, InPort port) {
        return !port.integer() && type.vjp(port).filter(v -> !v.blocked()).isPresent();
    }
}
