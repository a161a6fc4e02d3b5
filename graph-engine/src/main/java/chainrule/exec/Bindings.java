package chainrule.exec;

import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Stop;
import chainrule.op.Kink;
import chainrule.op.NodeType;
import chainrule.op.State;
import chainrule.op.Vjp;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The memory of a plan's values and saved buffers, and the rules of its nodes bound to it: what every schedule has in
 * common. Where gradients lie, a schedule decides.
 */
final class Bindings implements AutoCloseable {
    private ExecutionPlan plan;
    private final Placement placement;
    private final Map<Source, Buffer> values;
    private final Map<NodeId, Map<String, Buffer>> saved = new HashMap<>();
    private final Map<Shape, Buffer> zeros = new HashMap<>();
    private final Set<Buffer> sources = new HashSet<>();
    private final Map<NodeId, State> states = new LinkedHashMap<>();

    /**
     * @param placement where everything lies; its memory is closed with these bindings
     */
    Bindings(Placement placement) {
        this.plan = placement.plan();
        this.placement = placement;
        this.values = new HashMap<>();
        plan.shapes().forEach((source, shape) -> values.put(source, placement.of(new Tenant.Value(source), shape)));
        plan.order().forEach(this::loadSource);
        plan.order().forEach(this::allocateSaved);
        plan.order().forEach(this::startState);
    }

    ExecutionPlan plan() {
        return plan;
    }

    /** Goes over to a revised form of the plan and loads the numbers of its revised sources. */
    void revise(ExecutionPlan revised) {
        plan = revised;
        revised.revisedSources().forEach(this::loadSource);
    }

    /** All is bound: from now on the budget does not count. */
    void settle() {
        placement.settle();
    }

    /** Bytes that have been allocated, the room between buffers included. */
    long reserved() {
        return placement.memory().reserved();
    }

    /** What ends a pass before it is done. */
    Stop stop() {
        return placement.memory().stop();
    }

    /** Bytes that have been taken. */
    long bytes() {
        return placement.memory().used();
    }

    Buffer allocate(Shape shape) {
        return placement.allocate(shape);
    }

    /** Zeros that nobody writes to, for a gradient that does not come. */
    Buffer zeros(Shape shape) {
        return zeros.computeIfAbsent(shape, this::allocate);
    }

    Buffer value(Source source) {
        return Objects.requireNonNull(values.get(source), () -> "no output " + source);
    }

    /** Whether a buffer holds the value of a node that is not computed, and so stays the same while a pass runs. */
    boolean isSource(Buffer buffer) {
        return sources.contains(buffer);
    }

    Buffer input(NodeId node, String port) {
        return value(plan.feeding(new Slot(node, port)));
    }

    Buffer saved(NodeId node, String name) {
        return Objects.requireNonNull(saved.getOrDefault(node, Map.of()).get(name), () -> node + " saves no " + name);
    }

    /** The memory of the nodes that remember. */
    Map<NodeId, State> states() {
        return states;
    }

    /** One part of the memory of all nodes that remember, in one kernel. */
    Kernel each(Function<State, Kernel> part) {
        return Kernel.sequence(states.values().stream().map(part).toArray(Kernel[]::new));
    }

    Kernel forward(NodeId node) {
        return plan.graph().type(node).forward().bind(new Use(this, node, null));
    }

    /**
     * The derivative rule of a slot, without what its node prepares for it.
     *
     * @param upstream gradient by output; outputs that have none are left out
     */
    Kernel vjp(Slot slot, Map<String, Buffer> upstream, Buffer result) {
        return vjp(slot, upstream, result, Map.of());
    }

    /** What a node prepares for its derivative rules; nothing for most. */
    Kernel preparation(NodeId node, Map<String, Buffer> upstream) {
        return preparation(node, upstream, Map.of());
    }

    /** The derivative rule of a slot, prepared aside, so that nothing of a pass is disturbed. */
    Kernel vjpAside(Slot slot, Map<String, Buffer> upstream, Buffer result) {
        Map<String, Buffer> aside = new HashMap<>();
        plan.graph()
                .type(slot.node())
                .prepared()
                .forEach(name -> aside.put(
                        name, placement.allocate(saved(slot.node(), name).shape())));
        return Kernel.sequence(preparation(slot.node(), upstream, aside), vjp(slot, upstream, result, aside));
    }

    private Kernel vjp(Slot slot, Map<String, Buffer> upstream, Buffer result, Map<String, Buffer> prepared) {
        return Objects.requireNonNull(rules(slot).rule())
                .bind(use(slot, upstream, Map.of(first(slot), result), prepared));
    }

    private Kernel preparation(NodeId node, Map<String, Buffer> upstream, Map<String, Buffer> prepared) {
        Use.Derivative derivative = new Use.Derivative(upstream, Map.of(), 0, prepared);
        return plan.graph()
                .type(node)
                .preparation()
                .map(rule -> rule.bind(new Use(this, node, derivative)))
                .orElseGet(Kernel::nothing);
    }

    /** The tangent rule of a slot, which writes a tangent for each output. */
    Kernel jvp(Slot slot, Buffer tangent, Map<String, Buffer> results) {
        return Objects.requireNonNull(rules(slot).tangent())
                .bind(use(slot, Map.of(first(slot), tangent), results, Map.of()));
    }

    /** What tells the sides of every kink of the plan, node by node. */
    List<Supplier<Tensor>> kinks() {
        List<Supplier<Tensor>> result = new ArrayList<>();
        for (NodeId id : plan.order()) {
            for (Kink kink : plan.graph().type(id).kinks()) {
                result.add(kink.bind(new Use(this, id, null)));
            }
        }
        return result;
    }

    @Override
    public void close() {
        placement.memory().close();
    }

    private Use use(
            Slot slot, Map<String, Buffer> upstream, Map<String, Buffer> results, Map<String, Buffer> prepared) {
        int index = rules(slot).port().indexOf(slot.port()).orElse(0);
        return new Use(this, slot.node(), new Use.Derivative(upstream, results, index, prepared));
    }

    private Vjp rules(Slot slot) {
        NodeType type = plan.graph().type(slot.node());
        return type.input(slot.port()).flatMap(type::vjp).orElseThrow();
    }

    private String first(Slot slot) {
        return plan.first(slot.node()).port();
    }

    private void loadSource(NodeId id) {
        NodeType type = plan.graph().type(id);
        type.values()
                .ifPresent(rule -> rule.of(plan.graph().node(id).settings()).forEach((port, tensor) -> {
                    Buffer value = value(new Source(id, port.name()));
                    sources.add(value);
                    value.load(tensor);
                }));
    }

    private void allocateSaved(NodeId id) {
        Map<String, Shape> shapes = plan.saved(id);
        if (!shapes.isEmpty()) {
            Map<String, Buffer> buffers = new HashMap<>();
            shapes.forEach((name, shape) -> buffers.put(name, placement.of(new Tenant.Saved(id, name), shape)));
            saved.put(id, buffers);
        }
    }

    private void startState(NodeId id) {
        plan.graph()
                .type(id)
                .state()
                .map(rule -> rule.bind(new Use(this, id, null)))
                .ifPresent(state -> {
                    if (!placement.memory().isPlanned()) {
                        state.start().run();
                    }
                    states.put(id, state);
                });
    }
}
