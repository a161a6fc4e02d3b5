package chainrule.editor.inspector;

import chainrule.graph.Node;
import chainrule.op.Formula;
import chainrule.trace.Explanation;
import java.util.Optional;

/** Formulas of the inspector as text. */
final class Formulas {
    private Formulas() {}

    /** {@code c = a + b = 2 + 1}; only the formula where the numbers are not known or are tensors. */
    static String forward(Optional<Explanation> explanation, Node node) {
        if (explanation.isEmpty()) {
            return Formula.substitute(
                    Formula.told(node.type().formula()),
                    symbol -> symbol.equalsIgnoreCase("y") ? node.id().last() : symbol);
        }
        Explanation step = explanation.get();
        String numbers = step.formulaNumbers();
        int equals = numbers.lastIndexOf(" = ");
        return equals < 0 ? step.formula() : step.formula() + " = " + numbers.substring(0, equals);
    }
}
