package chainrule.train;

import chainrule.kernel.Axpy;
import chainrule.kernel.Buffer;

/** Elements of parameters that move in one go: their values, their gradients, and what an optimiser remembers of each. */
final class Elements {
    private final Buffer values;
    private final Buffer gradients;
    private final double[][] moments;
    private final Axpy descent;

    /**
     * Elements of which nothing is remembered yet.
     *
     * @param moments how many numbers will be remembered of each
     */
    Elements(Buffer values, Buffer gradients, int moments) {
        this(values, gradients, new double[moments][Math.toIntExact(values.size())]);
    }

    /**
     * @param moments what is remembered, by moment and then by element; kept up to date in place
     */
    Elements(Buffer values, Buffer gradients, double[][] moments) {
        this.values = values;
        this.gradients = gradients;
        this.moments = moments;
        this.descent = new Axpy(gradients, values);
    }

    /** What is remembered, by moment and then by element. */
    double[][] moments() {
        return moments;
    }

    /** value ← value − rate · gradient. */
    void descend(double rate) {
        descent.run(-rate);
    }

    /** Moves each element by a rule. */
    void move(Optimizer.ElementRule rule) {
        int size = (int) values.size();
        for (int i = 0; i < size; i++) {
            values.set(i, rule.updated(values.get(i), gradients.get(i), moments, i));
        }
    }

    /** The sum of the squares of the gradients. */
    double squares() {
        double sum = 0;
        for (long i = 0; i < gradients.size(); i++) {
            sum += gradients.get(i) * gradients.get(i);
        }
        return sum;
    }

    /** Multiplies every gradient. */
    void scaleGradients(double factor) {
        for (long i = 0; i < gradients.size(); i++) {
            gradients.set(i, gradients.get(i) * factor);
        }
    }

    /** Holds every gradient within a bound. */
    void holdGradients(Clip.ByValue bound) {
        for (long i = 0; i < gradients.size(); i++) {
            gradients.set(i, bound.held(gradients.get(i)));
        }
    }
}
