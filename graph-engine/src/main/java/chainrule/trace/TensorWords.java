package chainrule.trace;

import chainrule.exec.ExecutionPlan;
import chainrule.graph.Edge;
import chainrule.graph.Node;
import chainrule.language.Phrases;
import chainrule.op.Formula;
import chainrule.op.Vjp;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happens to shapes where a gradient of tensors flows back along an edge.
 *
 * @param formula the rule in the names of the graph: {@code Ā = Ȳ Bᵀ}
 * @param shapes the same with shapes for names: {@code 2×3 = 2×4 · 4×3}
 * @param why the shapes fit, as a sentence
 */
public record TensorWords(String formula, String shapes, String why) {
    private static final Phrases WORDS = Phrases.of(TensorWords.class);

    /** About the line of an edge; empty where all of its factors are numbers. */
    public static Optional<TensorWords> of(ExecutionPlan plan, ChainLine line) {
        if (line.isOfNumbers() || line.terms().isEmpty()) {
            return Optional.empty();
        }
        Node node = plan.graph().node(line.slot().node());
        List<Edge> into = plan.graph().into(node.id());
        Map<String, Shape> shapes = new HashMap<>();
        into.forEach(edge -> shapes.put(edge.to().port(), plan.shape(edge.from())));
        String rule = node.type()
                .input(line.slot().port())
                .flatMap(node.type()::vjp)
                .map(Vjp::formula)
                .map(formula -> node.type()
                        .worded(formula, node.settings(), plan.shape(into.get(0).from())))
                .orElse("");
        TensorWords words = MatrixRule.of(line, rule, into, shapes).orElseGet(() -> told(line));
        return Optional.of(words.withExamples(plan, line));
    }

    /** Says what becomes of the examples of a mini-batch, where the gradient that arrives has a row for each. */
    private TensorWords withExamples(ExecutionPlan plan, ChainLine line) {
        Shape arrived = line.terms().get(0).upstream().shape();
        Shape back = line.gradient().shape();
        int examples = arrived.rank() < 2 ? 0 : arrived.dim(0);
        boolean batch = examples > 1
                && plan.order().stream()
                        .filter(id -> plan.graph().type(id).id().equals("dataset"))
                        .map(id -> plan.shape(plan.first(id)))
                        .anyMatch(shape -> shape.rank() > 0 && shape.dim(0) == examples);
        if (!batch) {
            return this;
        }
        boolean kept = back.rank() > 1 && back.dim(0) == examples;
        String added = kept
                ? WORDS.text("tensorWords.examplesKept", examples)
                : WORDS.text(
                        "tensorWords.examplesAdded",
                        examples,
                        line.from().node().last());
        return new TensorWords(formula, shapes, why + " " + added);
    }

    private static TensorWords told(ChainLine line) {
        ChainLine.Term term = line.terms().get(0);
        String output = term.output().node().last();
        String input = line.from().node().last();
        Shape back = line.gradient().shape();
        Shape arrived = term.upstream().shape();
        Tensor local = term.local();
        String formula = "%s = %s · ∂%s/∂%s".formatted(Formula.bar(input), Formula.bar(output), output, input);
        if (line.terms().size() == 1 && local != null && arrived.equals(back) && Explainer.isDiagonal(local)) {
            return new TensorWords(
                    formula.replace(" · ", " ⊙ "),
                    "%s = %s ⊙ %s".formatted(back, arrived, back),
                    WORDS.text("tensorWords.eachElementDependsOnIts", output, input));
        } else if (isSpread(back, arrived)) {
            return new TensorWords(
                    formula,
                    "%s ← %s".formatted(back, arrived),
                    WORDS.text("tensorWords.usedBySeveralElementsSo", input, back, output, arrived));
        }
        long rows = arrived.size();
        long columns = back.size();
        return new TensorWords(
                formula,
                WORDS.text("tensorWords.slopes", back, arrived, rows, columns),
                WORDS.text("tensorWords.eachElementSlopeForEach", output, input, rows, columns, Formula.bar(output)));
    }

    /** Whether an input of a shape is repeated to make up its output's. */
    private static boolean isSpread(Shape input, Shape output) {
        return input.size() < output.size()
                && input.broadcastsWith(output)
                && input.broadcast(output).equals(output);
    }
}
