package chainrule.exec;

import chainrule.graph.Graph;
import chainrule.tensor.Precision;

/** Compiles graphs that tests know to be right. */
public final class Plans {
    public static final long BUDGET = 256L << 20;

    private Plans() {}

    public static ExecutionPlan of(Graph graph) {
        return of(graph, Precision.DOUBLE);
    }

    public static ExecutionPlan of(Graph graph, Precision precision) {
        Compilation compilation = ExecutionPlan.compile(graph, precision, BUDGET);
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.plan();
        }
        throw new AssertionError(((Compilation.Rejected) compilation).problems());
    }
}
