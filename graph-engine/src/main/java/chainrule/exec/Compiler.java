package chainrule.exec;

import chainrule.block.Expansion;
import chainrule.block.Opening;
import chainrule.graph.Graph;
import chainrule.graph.Problem;
import chainrule.graph.Validation;
import chainrule.language.Phrases;
import chainrule.tensor.Precision;
import java.util.List;
import java.util.Optional;

/** From a graph to a plan, or to the reasons why there is none. */
final class Compiler {
    private static final Phrases WORDS = Phrases.of(Compiler.class);
    private static final int MOST_NODES = 100_000;

    private Compiler() {}

    static Compilation compile(Graph drawn, Precision precision, long budget, Opening opening) {
        Graph graph = drawn.unmuted();
        Validation validation = Validation.of(graph);
        if (!validation.problems().isEmpty()) {
            return new Compilation.Rejected(validation.problems(), validation);
        }
        Optional<Problem> rootless = integerRoot(graph);
        if (rootless.isPresent()) {
            return new Compilation.Rejected(List.of(rootless.get()), validation);
        }
        Expansion expansion = Expansion.of(graph, validation.shapes(), opening);
        if (expansion.graph().nodes().size() > MOST_NODES) {
            return new Compilation.Rejected(
                    List.of(tooMany(expansion.graph().nodes().size())), validation);
        }
        Validation flat = expansion.changed() ? Validation.of(expansion.graph()) : validation;
        if (!flat.problems().isEmpty()) {
            return new Compilation.Rejected(flat.problems(), validation);
        }
        ExecutionPlan plan = new ExecutionPlan(expansion, precision, flat.shapes(), budget);
        Optional<Problem> tooLarge = overBudget(plan, budget);
        return tooLarge.isPresent()
                ? new Compilation.Rejected(List.of(tooLarge.get()), validation)
                : new Compilation.Compiled(plan, validation);
    }

    private static Problem tooMany(int nodes) {
        return Problem.of(WORDS.text("compiler.itsBlocksOpenedGraphNodes", nodes, MOST_NODES));
    }

    private static Optional<Problem> integerRoot(Graph graph) {
        return graph.chosenRoot()
                .filter(id -> !graph.type(id).differentiable())
                .map(id -> Problem.at(id, WORDS.text("compiler.cannotRootNoGradient", id)));
    }

    private static Optional<Problem> overBudget(ExecutionPlan plan, long budget) {
        long bytes;
        try {
            bytes = plan.bytes();
        } catch (ArithmeticException overflow) {
            bytes = Long.MAX_VALUE;
        }
        if (bytes <= budget) {
            return Optional.empty();
        }
        return Optional.of(Footprint.tooLarge(plan, Footprint.megabytes(bytes)));
    }
}
