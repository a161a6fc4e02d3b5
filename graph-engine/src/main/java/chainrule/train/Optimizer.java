package chainrule.train;

import chainrule.kernel.Motion;
import chainrule.kernel.Term;
import java.util.List;

/** A rule by which parameters move against their gradients, with its settings. The semantics are PyTorch's. */
public sealed interface Optimizer permits Sgd, Momentum, RmsProp, Adam {
    /** The rule of one step, for one element of a parameter. */
    @FunctionalInterface
    interface ElementRule {
        /**
         * The new value of an element.
         *
         * @param moments what is remembered, by moment and then by element; the rule brings it up to date
         * @param at the position of the element
         */
        double updated(double value, double gradient, double[][] moments, int at);
    }

    /**
     * One element's move at one step.
     *
     * @param arrived the gradient before it was clipped
     * @param gradient the gradient as the optimiser got it
     * @param earlier what was remembered of the element before the step
     * @param moments what is remembered of it since
     * @param rate the learning rate of the step
     * @param step counted from 1
     */
    record Move(
            double before,
            double arrived,
            double gradient,
            List<Double> earlier,
            List<Double> moments,
            double rate,
            int step,
            double after) {
        public Move {
            earlier = List.copyOf(earlier);
            moments = List.copyOf(moments);
        }
    }

    /** The word for its kind in files. */
    String id();

    /** The learning rate. */
    double rate();

    /** How many numbers it remembers of each element. */
    int moments();

    /**
     * The rule of a step.
     *
     * @param step counted from 1
     * @param rate the learning rate of this step
     */
    ElementRule at(int step, double rate);

    /** Whether a step does no more than to take the rate times the gradient away. */
    default boolean descends() {
        return false;
    }

    /**
     * What changes in the rule from step to step.
     *
     * @param step counted from 1
     * @param rate the learning rate of this step
     */
    double[] numbers(int step, double rate);

    /** The rule of a step as operations: the new values, and then what is remembered from now on. */
    List<Term> moved(Motion.Now now);

    /** How the rule comes about, stage by stage; the last one is the move itself. */
    List<Stage> stages();
}
