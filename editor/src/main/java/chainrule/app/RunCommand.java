package chainrule.app;

import chainrule.block.Opening;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Workspace;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.kernel.Memory;
import chainrule.op.OutPort;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import chainrule.trace.GradientView;
import chainrule.trace.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Runs graphs forward and backward once. */
@Command(name = "run", description = "Runs graphs forward and backward once and prints every value and gradient.")
final class RunCommand extends GraphCommand {
    RunCommand(Terminal terminal, Library library) {
        super(terminal, library);
    }

    /** Starts the native engine beside the reading of the first file; what is wrong with it shows when it is used. */
    @Override
    void check(List<String> files) {
        Thread start = new Thread(Memory::warmUp, "native-engine");
        start.setDaemon(true);
        start.setUncaughtExceptionHandler((thread, error) -> {});
        start.start();
    }

    @Override
    Answer answer(Opened opened) {
        Compilation compilation = compile(opened.file().graph(), precision(opened), Opening.INSIDE_BLOCKS);
        if (compilation instanceof Compilation.Compiled compiled) {
            try (Workspace workspace = new Workspace(compiled.plan())) {
                Trace trace = Trace.recordResults(workspace);
                return trace.problem()
                        .map(p -> Answer.rejected(outline(compilation, opened), List.of(p)))
                        .orElseGet(() ->
                                json() ? Answer.done(json(trace), List.of()) : Answer.done(Map.of(), lines(trace)));
            }
        }
        return Answer.rejected(outline(compilation, opened), ((Compilation.Rejected) compilation).problems());
    }

    /** What is known of a graph that did not run. */
    private static Map<String, @Nullable Object> outline(Compilation compilation, Opened opened) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("root", opened.file().graph().root().map(NodeId::name).orElse(null));
        Map<String, Object> shapes = new LinkedHashMap<>();
        for (Node node : opened.file().graph().nodes()) {
            for (Source source : sources(node)) {
                Shape shape = compilation.validation().shapes().get(source);
                if (shape != null) {
                    shapes.put(name(node, source), dims(shape));
                }
            }
        }
        json.put("shapes", shapes);
        json.put("problems", List.of());
        json.put("nonFinite", null);
        return json;
    }

    private static Map<String, @Nullable Object> json(Trace trace) {
        ExecutionPlan plan = trace.plan();
        GradientView end = trace.end();
        Map<String, Tensor> values = new LinkedHashMap<>();
        Map<String, Tensor> gradients = new LinkedHashMap<>();
        Map<String, Object> shapes = new LinkedHashMap<>();
        for (Node node : plan.outline().nodes()) {
            for (Source source : given(plan, node)) {
                String name = name(node, source);
                end.value(source).ifPresent(v -> values.put(name, v));
                end.gradient(source).ifPresent(g -> gradients.put(name, g));
                shapes.put(name, dims(shape(plan, source)));
            }
        }
        Map<String, Tensor> edges = new LinkedHashMap<>();
        for (Slot slot : plan.outline().slots()) {
            end.contribution(slot).ifPresent(c -> edges.put(slot.toString(), c));
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("root", root(plan).map(NodeId::name).orElse(null));
        json.put("values", values);
        json.put("gradients", gradients);
        json.put("edges", edges);
        json.put("shapes", shapes);
        json.put("problems", List.of());
        json.put("nonFinite", trace.nonFinite().map(RunCommand::nonFinite).orElse(null));
        return json;
    }

    private static Map<String, Object> nonFinite(Trace.NonFinite first) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("node", first.node().name());
        json.put("step", first.step());
        return json;
    }

    private static List<String> lines(Trace trace) {
        ExecutionPlan plan = trace.plan();
        GradientView end = trace.end();
        Table nodes = new Table("node", "type", "shape", "value", "gradient");
        for (Node node : plan.outline().nodes()) {
            for (Source source : given(plan, node)) {
                nodes.row(
                        name(node, source),
                        node.type().id(),
                        shape(plan, source).toString(),
                        end.value(source).map(Figures::text).orElse(""),
                        end.gradient(source).map(Figures::text).orElse("–"));
            }
        }
        Table edges = new Table("edge", "gradient that flows back along it");
        for (Slot slot : plan.outline().slots()) {
            String edge = plan.outline().feeding(slot) + " → " + slot;
            end.contribution(slot).ifPresent(c -> edges.row(edge, Figures.text(c)));
        }
        List<String> lines = new ArrayList<>(nodes.lines());
        if (!edges.lines().isEmpty()) {
            lines.add("");
            lines.addAll(edges.lines());
        }
        lines.add("");
        lines.add(rootLine(plan));
        trace.nonFinite().ifPresent(first -> lines.add("%s, at step %d.".formatted(first.sentence(), first.step())));
        return lines;
    }

    private static String rootLine(ExecutionPlan plan) {
        if (root(plan).isEmpty()) {
            return "There is no root, so there are no gradients.";
        }
        NodeId root = root(plan).get();
        Shape shape = shape(plan, sources(plan.outline().outer().node(root)).get(0));
        return shape.isScalar()
                ? "The root is %s.".formatted(root)
                : "The root is %s; it is %s, so gradients are those of the sum of its elements.".formatted(root, shape);
    }

    /** The root as it was drawn, a block perhaps. */
    private static Optional<NodeId> root(ExecutionPlan plan) {
        return plan.root().flatMap(flat -> plan.outline().outer().root());
    }

    private static Shape shape(ExecutionPlan plan, Source source) {
        return plan.shape(plan.outline().resolved(source));
    }

    /** The outputs that a node gives with its settings. */
    private static List<Source> given(ExecutionPlan plan, Node node) {
        return sources(node).stream()
                .filter(source -> plan.shapes().containsKey(plan.outline().resolved(source)))
                .toList();
    }

    private static List<Source> sources(Node node) {
        return node.type().outputs().stream()
                .map(port -> new Source(node.id(), port.name()))
                .toList();
    }

    /** A node's first output goes by the node's name, further ones by name and port. */
    private static String name(Node node, Source source) {
        OutPort first = node.type().outputs().get(0);
        return first.name().equals(source.port()) ? node.id().name() : node.id() + "." + source.port();
    }

    private static List<Object> dims(Shape shape) {
        return new ArrayList<>(Arrays.stream(shape.dims()).boxed().toList());
    }
}
