package chainrule.train;

/** All that decides how parameters move: clipping first, then the optimiser at the rate of the schedule. */
public record UpdateRule(Optimizer optimizer, Schedule schedule, Clip clip) {
    /**
     * The rule that a training block asks for.
     *
     * @throws TrainingProblem where a part of it cannot be used
     */
    public static UpdateRule of(Training training) throws TrainingProblem {
        return new UpdateRule(OptimizerKind.of(training), ScheduleKind.of(training), Clip.of(training.clip()));
    }

    /** The learning rate of a step, counted from 0. */
    public double rate(int step) {
        return schedule.at(step, optimizer.rate());
    }
}
