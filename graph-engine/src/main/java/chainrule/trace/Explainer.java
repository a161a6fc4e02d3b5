package chainrule.trace;

import chainrule.exec.ExecutionPlan;
import chainrule.exec.Step;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.language.Phrases;
import chainrule.op.Formula;
import chainrule.op.InPort;
import chainrule.op.Literal;
import chainrule.op.Param;
import chainrule.op.Presence;
import chainrule.op.Vjp;
import chainrule.tensor.Digits;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the steps of a trace as formulas with the graph's own names, and with their numbers put in. */
public final class Explainer {
    private static final Phrases WORDS = Phrases.of(Explainer.class);
    private static final int MOST_SHOWN = 4;
    private static final String UNTOLD = "?";

    private final Trace trace;
    private final ExecutionPlan plan;
    private final Graph graph;
    private final GradientView end;
    private final Map<NodeId, List<Edge>> into = new HashMap<>();
    private final Function<Slot, Optional<Tensor>> locals;
    private final int digits;

    /**
     * @param digits significant digits of the numbers
     */
    public Explainer(Trace trace, int digits) {
        this(trace, trace::local, digits);
    }

    /**
     * @param locals the local derivative of a slot, where it is wanted
     * @param digits significant digits of the numbers
     */
    public Explainer(Trace trace, Function<Slot, Optional<Tensor>> locals, int digits) {
        this.locals = locals;
        this.trace = trace;
        this.plan = trace.plan();
        this.graph = plan.graph();
        this.end = trace.view(trace.passSteps());
        graph.edges().forEach(e -> into.computeIfAbsent(e.to().node(), k -> new ArrayList<>())
                .add(e));
        this.digits = digits;
    }

    /** The step at an index of the trace; without its numbers where they are kept back. */
    public Explanation at(int index) {
        Explanation told = told(index);
        if (!trace.keptBack().contains(index)) {
            return told;
        }
        Step step = told.step();
        String rule = step instanceof Step.Seed ? Formula.bar(name(step.node())) + " = " + UNTOLD : told.rule();
        return new Explanation(step, rule, step instanceof Step.Seed ? rule : told.formula(), UNTOLD, "");
    }

    private Explanation told(int index) {
        Optional<Trace.Sequel> sequel = trace.sequel(index);
        if (sequel.isPresent()) {
            return sequel.get().told();
        }
        Step step = trace.steps().get(index);
        Tensor result = trace.result(index);
        if (step instanceof Step.Forward) {
            return forward(step, result);
        } else if (step instanceof Step.Seed) {
            String rule = Formula.bar(name(step.node())) + " = 1";
            String numbers = result.shape().isScalar() ? "1" : WORDS.text("explainer.ones", result.shape());
            return new Explanation(step, rule, rule, numbers, "");
        } else if (step instanceof Step.Pull pull) {
            return pull(pull, result);
        } else if (step instanceof Step.Accumulate accumulate) {
            return accumulate(accumulate, result);
        }
        throw new AssertionError(step);
    }

    /**
     * One element of a pulled gradient as the sum it is: each upstream element that it depends on times the local
     * derivative.
     *
     * @param element row-major position in the gradient
     */
    public Optional<String> element(int index, int element) {
        Step step = trace.steps().get(index);
        if (!(step instanceof Step.Pull pull) || trace.keptBack().contains(index)) {
            return Optional.empty();
        }
        Optional<Tensor> local = local(pull.slot());
        Optional<Tensor> upstream = upstream(pull.slot());
        Tensor result = trace.result(index);
        if (local.isEmpty() || upstream.isEmpty() || element >= result.size()) {
            return Optional.empty();
        }
        List<String> terms = new ArrayList<>();
        for (int row = 0; row < upstream.get().size(); row++) {
            double factor = local.get().at(row * result.size() + element);
            if (factor != 0) {
                terms.add(factor(upstream.get().at(row)) + " · " + factor(factor));
            }
        }
        String sum = terms.isEmpty() ? "0" : String.join(" + ", terms);
        String bar = Formula.bar(plan.feeding(pull.slot()).toString());
        return Optional.of("%s%s += %s = %s".formatted(bar, position(result, element), sum, shown(result.at(element))));
    }

    /**
     * The gradient that reached a slot's node, complete before any pull through that node runs; empty where gradients
     * reached several of its outputs.
     */
    public Optional<Tensor> upstream(Slot slot) {
        return plan.soleGradient(slot.node()).flatMap(end::gradient);
    }

    /** The local derivative that a pull multiplies with; empty where it is too large. */
    public Optional<Tensor> local(Slot slot) {
        return locals.apply(slot);
    }

    private Explanation forward(Step step, Tensor result) {
        Node node = graph.node(step.node());
        String name = name(node.id());
        if (edges(node).isEmpty() || node.type().values().isPresent()) {
            boolean shown = result.shape().isScalar()
                    || !brief(result).equals(result.shape().toString());
            boolean held = node.type().presence() == Presence.HELD;
            String text =
                    name + (shown ? " = " : " : ") + brief(result) + (held ? ", " + WORDS.text("explainer.held") : "");
            return new Explanation(step, text, text, brief(result), "");
        }
        String rule = worded(node, node.type().formula());
        String formula = Formula.substitute(rule, names(node)::apply);
        Optional<Map<String, String>> numbers = numbers(node);
        String filled = numbers.map(n -> afterEquals(rule, n) + " = " + shown(result.item()))
                .orElse(brief(result));
        return new Explanation(step, formula, formula, filled, numbers.isPresent() ? filled : "");
    }

    private Explanation pull(Step.Pull pull, Tensor result) {
        Node node = graph.node(pull.node());
        Vjp vjp =
                node.type().input(pull.slot().port()).flatMap(node.type()::vjp).orElseThrow();
        String into = plan.feeding(pull.slot()).toString();
        String consumer = name(node.id());
        String rule = "%s += %s · ∂%s/∂%s".formatted(Formula.bar(into), Formula.bar(consumer), consumer, into);
        String own = worded(node, vjp.formula());
        String formula = Formula.substitute(own, names(node, pull.slot())::apply);
        Optional<Tensor> upstream = upstream(pull.slot());
        Optional<Tensor> local = local(pull.slot());
        String numbers = brief(result);
        String filled = "";
        if (upstream.isPresent() && local.isPresent() && local.get().shape().isScalar()) {
            numbers = "%s · %s = %s"
                    .formatted(factor(upstream.get().item()), factor(local.get().item()), shown(result.item()));
            filled = numbers(node)
                    .map(n -> afterEquals(own, n) + " = " + shown(result.item()))
                    .orElse("");
        } else if (isPartlyUntold(pull.slot()) && result.shape().isScalar()) {
            numbers = "%s · %s = %s".formatted(factor(upstream), factor(local), shown(result.item()));
        } else if (upstream.isPresent()) {
            numbers =
                    "%s %s = %s".formatted(brief(upstream.get()), slopes(upstream.get(), local, result), brief(result));
        }
        return new Explanation(pull, rule, formula, numbers, filled);
    }

    private Explanation accumulate(Step.Accumulate step, Tensor result) {
        List<Slot> slots = plan.contributions().getOrDefault(step.output(), List.of());
        String bar = Formula.bar(step.output().toString());
        String rule = bar + " = "
                + slots.stream().map(s -> bar + " via " + name(s.node())).collect(Collectors.joining(" + "));
        String numbers = brief(result);
        if (result.shape().isScalar()) {
            numbers = slots.stream().map(s -> factor(end.contribution(s))).collect(Collectors.joining(" + ")) + " = "
                    + shown(result.item());
        }
        return new Explanation(step, rule, rule, numbers, "");
    }

    private Names names(Node node) {
        Names names = new Names();
        names.put("y", name(node.id()));
        names.put("Y", name(node.id()));
        for (Edge edge : edges(node)) {
            names.put(edge.to().port(), edge.from().toString());
            names.put(
                    edge.to().port().toUpperCase(java.util.Locale.ROOT),
                    edge.from().toString());
        }
        settings(node).forEach(names::putIfAbsent);
        return names;
    }

    /** The names with a variadic port's own letter standing for the slot that is meant. */
    private Names names(Node node, Slot slot) {
        Names names = names(node);
        node.type()
                .input(slot.port())
                .filter(InPort::variadic)
                .ifPresent(port -> names.put(port.name(), plan.feeding(slot).toString()));
        return names;
    }

    /** A number for each symbol of a node's formulas, where all of them are scalars. */
    private Optional<Map<String, String>> numbers(Node node) {
        Map<String, String> numbers = new HashMap<>(settings(node));
        if (!put(numbers, "y", end.value(node.id()))) {
            return Optional.empty();
        }
        trace.state(node.id()).forEach((name, value) -> put(numbers, name, Optional.of(value)));
        end.gradient(node.id()).ifPresent(g -> put(numbers, Formula.bar("y"), Optional.of(g)));
        for (Edge edge : edges(node)) {
            boolean variadic =
                    node.type().input(edge.to().port()).filter(InPort::variadic).isPresent();
            if (variadic || !put(numbers, edge.to().port(), end.value(edge.from()))) {
                return Optional.empty();
            }
        }
        return Optional.of(numbers);
    }

    private boolean put(Map<String, String> numbers, String symbol, Optional<Tensor> value) {
        if (value.isEmpty() || !value.get().shape().isScalar()) {
            return false;
        }
        numbers.put(symbol, factor(value.get().item()));
        return true;
    }

    private Map<String, String> settings(Node node) {
        Map<String, String> result = new HashMap<>();
        for (Param<?> param : node.type().params()) {
            Literal literal = literal(node, param);
            if (literal instanceof Literal.Number number) {
                result.put(param.name(), factor(number.value()));
            }
        }
        return result;
    }

    private String worded(Node node, String formula) {
        Shape first = edges(node).isEmpty()
                ? Shape.scalar()
                : plan.shape(edges(node).get(0).from());
        return node.type().worded(formula, node.settings(), first);
    }

    private static <T> Literal literal(Node node, Param<T> param) {
        return param.write(node.settings().get(param));
    }

    private static String afterEquals(String formula, Map<String, String> numbers) {
        String right = formula.substring(formula.indexOf('=') + 1).strip();
        return Formula.substitute(right, symbol -> numbers.getOrDefault(symbol, symbol));
    }

    private List<Edge> edges(Node node) {
        return into.getOrDefault(node.id(), List.of());
    }

    private String name(NodeId id) {
        return id.name();
    }

    private String shown(double value) {
        return Digits.significant(value, digits);
    }

    private String factor(double value) {
        return Digits.factor(value, digits);
    }

    /** A number among others; a sign for one that is kept back. */
    private String factor(Optional<Tensor> tensor) {
        return tensor.map(t -> t.shape().isScalar() ? factor(t.item()) : brief(t))
                .orElse(UNTOLD);
    }

    /** Whether a factor of a pull is kept back. */
    private boolean isPartlyUntold(Slot slot) {
        return !trace.keptBack().isEmpty()
                && (trace.keepsSlopeBack(slot)
                        || plan.soleGradient(slot.node())
                                .filter(output -> end.gradient(output).isEmpty())
                                .isPresent());
    }

    private String brief(Tensor tensor) {
        return tensor.shape().isScalar() ? shown(tensor.item()) : Digits.summary(tensor);
    }

    /** What an upstream gradient is multiplied by, in as few words as it takes. */
    private String slopes(Tensor upstream, Optional<Tensor> local, Tensor result) {
        boolean isShort = local.isPresent() && result.size() <= MOST_SHOWN;
        if (isShort && upstream.size() == 1) {
            return "· " + brief(Tensor.of(result.shape(), local.get().toArray()));
        } else if (isShort && isDiagonal(local.get())) {
            double[] diagonal = new double[result.size()];
            Arrays.setAll(diagonal, i -> local.get().at(i * (result.size() + 1)));
            return "⊙ " + brief(Tensor.of(result.shape(), diagonal));
        }
        return "· (%d×%d slopes)".formatted(upstream.size(), result.size());
    }

    static boolean isDiagonal(Tensor local) {
        int columns = local.shape().rank() == 2 ? local.shape().dim(1) : 1;
        if (columns * columns != local.size()) {
            return false;
        }
        for (int i = 0; i < local.size(); i++) {
            if (i / columns != i % columns && local.at(i) != 0) {
                return false;
            }
        }
        return true;
    }

    private static String position(Tensor tensor, int element) {
        long[] strides = tensor.shape().strides();
        List<String> index = new ArrayList<>();
        long left = element;
        for (long stride : strides) {
            index.add(Long.toString(left / stride));
            left %= stride;
        }
        return index.isEmpty() ? "" : "[" + String.join(", ", index) + "]";
    }

    /** Names for the symbols of a formula, barred and dotted symbols included. */
    private static final class Names extends HashMap<String, String> {
        private static final long serialVersionUID = 1;

        String apply(String symbol) {
            String plain = getOrDefault(symbol, "");
            if (!plain.isEmpty()) {
                return plain;
            }
            for (Map.Entry<String, String> entry : entrySet()) {
                if (symbol.equals(Formula.bar(entry.getKey()))) {
                    return Formula.bar(entry.getValue());
                }
            }
            return symbol;
        }
    }
}
