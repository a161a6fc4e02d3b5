package chainrule.train;

import chainrule.graph.Problem;

/** A training block that cannot be used; it carries the problem. */
public final class TrainingProblem extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public TrainingProblem(Problem problem) {
        super(problem.line(), null, false, false);
        this.problem = problem;
    }

    static TrainingProblem of(String sentence) {
        return new TrainingProblem(Problem.of(sentence));
    }

    public Problem problem() {
        return problem;
    }
}
