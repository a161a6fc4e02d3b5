package chainrule.catalog;

import chainrule.block.Opening;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.ForwardMode;
import chainrule.exec.Step;
import chainrule.exec.Workspace;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.graph.Validation;
import chainrule.kernel.Engine;
import chainrule.op.Example;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.arithmetic.Mul;
import chainrule.op.reduce.Sum;
import chainrule.op.shape.Concat;
import chainrule.op.shape.Flatten;
import chainrule.op.source.Constant;
import chainrule.op.source.ParamNode;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * One node of a type, fed by a parameter for each slot, to be run forward, backward and in forward mode. The outputs of
 * a type that has several are flattened and joined to one, in their order.
 */
final class Trial implements AutoCloseable {
    private static final NodeId NODE = NodeId.of("node");
    private static final NodeId JOINED = NodeId.of("joined");
    private static final long BUDGET = 1 << 28;

    private final NodeType type;
    private final Settings settings;
    private final Map<String, Tensor> inputs;
    private final Source output;
    private final Workspace workspace;

    Trial(NodeType type, Settings settings, Map<String, Tensor> inputs, Precision precision) {
        this(type, settings, inputs, plan -> new Workspace(plan), precision, Opening.BLOCKS);
    }

    private Trial(
            NodeType type,
            Settings settings,
            Map<String, Tensor> inputs,
            Function<ExecutionPlan, Workspace> workspaces,
            Precision precision,
            Opening opening) {
        this.type = type;
        this.settings = settings;
        this.inputs = inputs;
        this.workspace = workspaces.apply(compiled(graph(type, settings, inputs), precision, opening));
        this.output = outputs().size() == 1 ? resolved(type.outputs().get(0).name()) : Source.of(JOINED);
    }

    /** A trial at an example, with random numbers from its range; integer ports get indices of the first input's last axis. */
    static Trial of(NodeType type, Example example, long seed, Precision precision) {
        return of(type, example, seed, precision, Opening.BLOCKS);
    }

    /** The same, computed part by part where it can be opened. */
    static Trial opened(NodeType type, Example example, long seed) {
        return of(type, example, seed, Precision.DOUBLE, path -> true);
    }

    private static Trial of(NodeType type, Example example, long seed, Precision precision, Opening opening) {
        return new Trial(
                type, example.settings(), inputs(type, example, seed), plan -> new Workspace(plan), precision, opening);
    }

    /** A trial that an engine computes. */
    static Trial by(Engine engine, NodeType type, Example example, long seed, Precision precision) {
        return new Trial(
                type,
                example.settings(),
                inputs(type, example, seed),
                plan -> new Workspace(plan, engine),
                precision,
                Opening.BLOCKS);
    }

    /** A plan of a node at an example whose loss weighs its outputs with random numbers. */
    static ExecutionPlan weighed(NodeType type, Example example, long seed) {
        Map<String, Tensor> inputs = inputs(type, example, seed);
        List<String> outputs = outputs(type, example.settings(), inputs);
        Graph graph = graph(type, example.settings(), inputs);
        Source end = outputs.size() == 1 ? new Source(NODE, outputs.get(0)) : Source.of(JOINED);
        Shape shape = Validation.of(graph).shapes().get(end);
        Tensor factors = uniform(shape, -1, 1, new Random(seed + 1));
        graph = graph.with(Node.of("factors", Constant.TYPE, Settings.of(ParamNode.VALUE, factors)))
                .with(Node.of("weighed", Mul.TYPE, Settings.none()))
                .with(Node.of("loss", Sum.TYPE, Settings.none()))
                .connected(end, Slot.of("weighed", "a"))
                .connected(Source.of(NodeId.of("factors")), Slot.of("weighed", "b"))
                .connected(Source.of(NodeId.of("weighed")), Slot.of("loss", "x"));
        return compiled(graph, Precision.DOUBLE, Opening.BLOCKS);
    }

    private static Map<String, Tensor> inputs(NodeType type, Example example, long seed) {
        Random random = new Random(seed);
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        example.shapes().forEach((slot, shape) -> {
            boolean integer = type.input(slot).orElseThrow().integer();
            int classes = !integer || inputs.isEmpty()
                    ? (int) example.high() + 1
                    : inputs.values().iterator().next().shape().dim(-1);
            inputs.put(
                    slot,
                    integer
                            ? Tensor.filled(shape, 0).map(v -> random.nextInt(classes))
                            : uniform(shape, example.low(), example.high(), random));
        });
        return inputs;
    }

    static Tensor uniform(Shape shape, double low, double high, Random random) {
        return Tensor.filled(shape, 0).map(v -> low + (high - low) * random.nextDouble());
    }

    Map<String, Tensor> inputs() {
        return inputs;
    }

    /** The slots that a gradient flows back from. */
    List<String> pulled() {
        return inputs.keySet().stream().filter(slot -> !reached(slot).isEmpty()).toList();
    }

    /** The outputs that the node gives with its settings. */
    List<String> outputs() {
        return outputs(type, settings, inputs);
    }

    /** The gradient of a parameter inside, by its path in the node, after the last backward pass. */
    Tensor gradientInside(String path) {
        return workspace.gradient(Source.of(NODE.child(path))).orElseThrow();
    }

    Tensor forward() {
        workspace.runForward();
        return workspace.value(output);
    }

    /** One output of the last forward pass. */
    Tensor value(String port) {
        return workspace.value(resolved(port));
    }

    /** The output with one input replaced. */
    Tensor forward(String slot, Tensor value) {
        NodeId source = source(slot);
        workspace.load(source, value);
        Tensor result = forward();
        workspace.load(source, inputs.get(slot));
        return result;
    }

    /** What flows back into each slot when this cotangent arrives at the output. */
    Map<String, Tensor> backward(Tensor cotangent) {
        for (Step step : workspace.plan().steps()) {
            workspace.run(step);
            if (step instanceof Step.Seed) {
                workspace.gradientBuffer(output).load(cotangent);
            }
        }
        Map<String, Tensor> result = new LinkedHashMap<>();
        pulled().forEach(slot -> result.put(
                slot,
                reached(slot).stream()
                        .map(inner -> workspace.contribution(inner).orElseThrow())
                        .reduce(Tensor::plus)
                        .orElseThrow()));
        return result;
    }

    /** The same node in a graph whose root is the sum of the output times a cotangent, which any pass then pulls. */
    Graph weighed(Tensor cotangent) {
        return workspace
                .plan()
                .graph()
                .with(Node.of("cotangent", Constant.TYPE, Settings.of(Constant.VALUE, cotangent)))
                .with(Node.of("weighed", Mul.TYPE, Settings.none()))
                .with(Node.of("total", Sum.TYPE, Settings.none()))
                .connected(output, Slot.of("weighed", "a"))
                .connected(Source.of(NodeId.of("cotangent")), Slot.of("weighed", "b"))
                .connected(Source.of(NodeId.of("weighed")), Slot.of("total", "x"))
                .rooted(NodeId.of("total"));
    }

    /** How the output moves when one input moves in a direction. */
    Tensor pushed(String slot, Tensor direction) {
        workspace.runForward();
        return new ForwardMode(workspace, Source.of(source(slot)), direction)
                .run()
                .get(output);
    }

    /** A random cotangent of the output's shape. */
    Tensor cotangent(long seed) {
        return uniform(workspace.plan().shape(output), -1, 1, new Random(seed));
    }

    @Override
    public void close() {
        workspace.close();
    }

    @Override
    public String toString() {
        return type.id() + " of " + inputs;
    }

    private Source resolved(String port) {
        return workspace.plan().outline().resolved(new Source(NODE, port));
    }

    /** The slots of the plan that an input reaches and a gradient flows back from. */
    private List<Slot> reached(String slot) {
        return workspace.plan().outline().resolved(new Slot(NODE, slot)).stream()
                .filter(workspace.plan().pulled()::contains)
                .toList();
    }

    private static NodeId source(String slot) {
        return NodeId.of("at_" + slot);
    }

    private static Graph graph(NodeType type, Settings settings, Map<String, Tensor> inputs) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        inputs.forEach((slot, value) -> {
            InPort port = type.input(slot).orElseThrow();
            NodeId source = source(port.slot(port.indexOf(slot).orElseThrow()));
            nodes.add(Node.of(source.name(), ParamNode.TYPE, Settings.of(ParamNode.VALUE, value)));
            edges.add(new Edge(Source.of(source), new Slot(NODE, slot)));
        });
        nodes.add(Node.of(NODE.name(), type, settings));
        List<String> outputs = outputs(type, settings, inputs);
        if (outputs.size() > 1) {
            join(outputs, nodes, edges);
        }
        return Graph.of(nodes, edges);
    }

    /** The outputs that a node gives with its settings. */
    private static List<String> outputs(NodeType type, Settings settings, Map<String, Tensor> inputs) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        inputs.forEach((slot, value) -> shapes.put(slot, value.shape()));
        var given = type.shapes(new Shapes(shapes, settings)).keySet();
        return type.outputs().stream()
                .filter(given::contains)
                .map(OutPort::name)
                .toList();
    }

    private static void join(List<String> outputs, List<Node> nodes, List<Edge> edges) {
        nodes.add(Node.of(JOINED.name(), Concat.TYPE, Settings.none()));
        for (int i = 0; i < outputs.size(); i++) {
            String port = outputs.get(i);
            NodeId flat = NodeId.of("flat_" + port);
            nodes.add(Node.of(flat.name(), Flatten.TYPE, Settings.none()));
            edges.add(new Edge(new Source(NODE, port), new Slot(flat, "x")));
            edges.add(new Edge(Source.of(flat), new Slot(JOINED, "x" + i)));
        }
    }

    private static ExecutionPlan compiled(Graph graph, Precision precision, Opening opening) {
        Compilation compilation = ExecutionPlan.compile(graph, precision, BUDGET, opening);
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.plan();
        }
        throw new AssertionError(compilation.validation().problems());
    }
}
