package chainrule.exec;

import chainrule.graph.Problem;

/** A run that stopped at a learner's mistake which only the numbers show; it carries the problem. */
public final class RunProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public RunProblem(Problem problem) {
        super(problem.line(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
