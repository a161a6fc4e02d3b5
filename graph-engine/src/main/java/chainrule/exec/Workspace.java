package chainrule.exec;

import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.kernel.Buffer;
import chainrule.kernel.Engine;
import chainrule.kernel.Kernel;
import chainrule.kernel.Kernels;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.ValueProblem;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The observed pass of a plan: one kernel for each of its steps, and a gradient buffer of its own for every edge, so
 * that all of it can be looked at afterwards.
 */
public final class Workspace extends Pass {
    private final Map<Source, Buffer> gradients = new HashMap<>();
    private final Map<Slot, Buffer> pulled = new HashMap<>();
    private final Map<Step, Kernel> kernels = new HashMap<>();
    private final Set<NodeId> prepared = new HashSet<>();
    private final Map<Slot, Optional<LocalDerivative>> locals = new HashMap<>();
    private @Nullable List<Supplier<Tensor>> kinks;

    /**
     * An observed pass over a plan.
     *
     * @throws RunProblem where it would take more memory than the plan may
     */
    public Workspace(ExecutionPlan plan) {
        this(plan, Engine.standard());
    }

    /** An observed pass that a chosen engine computes. */
    public Workspace(ExecutionPlan plan, Engine engine) {
        this(plan, Footprint.checked(plan, () -> planned(plan), engine));
    }

    private Workspace(ExecutionPlan plan, Placement placement) {
        super(new Bindings(placement));
        plan.pulled().forEach(slot -> pulled.put(slot, allocate(plan.shape(plan.feeding(slot)))));
        plan.contributions().forEach((source, slots) -> gradients.put(source, summed(source, slots)));
        plan.steps().forEach(step -> kernels.put(step, bind(step)));
        bindings().settle();
    }

    /** The bytes that an observed pass will take by loops, what its rules need in between included; nothing is allocated. */
    public static long planned(ExecutionPlan plan) {
        return Footprint.planned(plan, counting -> new Workspace(plan, counting));
    }

    @Override
    public void run() {
        plan().steps().forEach(this::run);
    }

    @Override
    public void runForward() {
        plan().order().forEach(id -> run(new Step.Forward(id)));
    }

    /**
     * Runs one step; the steps before it must have run.
     *
     * @throws RunProblem where the numbers show a learner's mistake
     */
    public void run(Step step) {
        stop().check();
        try {
            Objects.requireNonNull(kernels.get(step), "no such step in this plan")
                    .run();
        } catch (ValueProblem problem) {
            throw problem(step.node(), problem);
        }
    }

    /** Goes over to a {@link ExecutionPlan#revised} form of the plan; the next pass has the numbers of its sources. */
    public void revise(ExecutionPlan revised) {
        bindings().revise(revised);
    }

    /** What a step wrote, as a copy. */
    public Tensor result(Step step) {
        if (step instanceof Step.Forward forward) {
            return value(plan().first(forward.node()));
        } else if (step instanceof Step.Pull pull) {
            return contribution(pull.slot()).orElseThrow();
        } else if (step instanceof Step.Update update) {
            return value(Source.of(update.node()));
        } else if (step instanceof Step.Seed seed) {
            return gradient(plan().first(seed.node())).orElseThrow();
        } else if (step instanceof Step.Accumulate accumulate) {
            return gradient(accumulate.output()).orElseThrow();
        }
        throw new AssertionError(step);
    }

    /** A copy of what flows back along the edge into a slot; empty where nothing does. */
    public Optional<Tensor> contribution(Slot slot) {
        return Optional.ofNullable(pulled.get(slot)).map(Buffer::snapshot);
    }

    /** Which side of every kink the values of the last forward pass are on, as signs in an order of their own. */
    public double[] kinkSides() {
        if (kinks == null) {
            kinks = bindings().kinks();
        }
        return kinks.stream()
                .flatMapToDouble(kink -> Arrays.stream(kink.get().toArray()))
                .map(Math::signum)
                .toArray();
    }

    @Override
    Optional<Buffer> findGradient(Source source) {
        return Optional.ofNullable(gradients.get(source));
    }

    Buffer allocate(Shape shape) {
        return bindings().allocate(shape);
    }

    /** The local derivative of a slot, bound when first asked for. */
    Optional<LocalDerivative> local(Slot slot) {
        return locals.computeIfAbsent(slot, s -> LocalDerivative.bind(this, s));
    }

    /** The ports of a node's type that a tangent passes. */
    static boolean passesTangent(NodeType type, InPort port) {
        return !port.integer() && type.vjp(port).filter(v -> !v.blocked()).isPresent();
    }

    private Buffer summed(Source source, List<Slot> slots) {
        return slots.size() == 1 ? Objects.requireNonNull(pulled.get(slots.get(0))) : allocate(plan().shape(source));
    }

    private Kernel bind(Step step) {
        if (step instanceof Step.Forward forward) {
            return bindings().forward(forward.node());
        } else if (step instanceof Step.Seed seed) {
            Buffer root = gradientBuffer(plan().first(seed.node()));
            return Kernels.filled(1, root);
        } else if (step instanceof Step.Pull pull) {
            return pull(pull.slot());
        } else if (step instanceof Step.Accumulate accumulate) {
            return sum(accumulate.output());
        }
        throw new AssertionError(step);
    }

    /** The first pull along an edge into a node also prepares the others. */
    private Kernel pull(Slot slot) {
        Buffer result = Objects.requireNonNull(pulled.get(slot));
        Map<String, Buffer> upstream = upstream(slot.node());
        Kernel pull = bindings().vjp(slot, upstream, result);
        return prepared.add(slot.node()) ? Kernel.sequence(bindings().preparation(slot.node(), upstream), pull) : pull;
    }

    private Map<String, Buffer> upstream(NodeId node) {
        Map<String, Buffer> result = new HashMap<>();
        for (OutPort port : plan().graph().type(node).outputs()) {
            findGradient(new Source(node, port.name())).ifPresent(gradient -> result.put(port.name(), gradient));
        }
        return result;
    }

    private Kernel sum(Source source) {
        List<Kernel> result = new ArrayList<>();
        Buffer sum = gradientBuffer(source);
        result.add(Kernels.filled(0, sum));
        plan().contributions()
                .getOrDefault(source, List.of())
                .forEach(slot -> result.add(Kernels.accumulate(Objects.requireNonNull(pulled.get(slot)), sum)));
        return Kernel.sequence(result.toArray(Kernel[]::new));
    }
}
