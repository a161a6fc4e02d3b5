package chainrule.exec;

import chainrule.graph.Problem;
import chainrule.graph.Validation;
import java.util.List;

/** What becomes of a graph: a plan, or the reasons why there is none. */
public sealed interface Compilation {
    /** The shapes and problems that were found on the way. */
    Validation validation();

    record Compiled(ExecutionPlan plan, Validation validation) implements Compilation {}

    /**
     * @param problems at least one
     */
    record Rejected(List<Problem> problems, Validation validation) implements Compilation {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
