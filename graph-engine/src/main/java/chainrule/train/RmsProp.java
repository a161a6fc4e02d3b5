package chainrule.train;

import chainrule.op.Formula;
import chainrule.op.Param;
import chainrule.tensor.Digits;

/**
 * Gradient descent in which each element has a rate of its own, by the recent size of its gradients (Tieleman and
 * Hinton 2012). ε stands outside the root; nothing is corrected at the start.
 *
 * @param alpha the share of the mean square that is kept
 */
record RmsProp(double rate, double alpha, double eps) implements Optimizer {
    static final Param<Double> ALPHA = Param.number("alpha", 0.99, 0, 1);
    static final Param<Double> EPS = Param.number("eps", 1e-8, 0, Double.MAX_VALUE);

    @Override
    public String id() {
        return "rmsprop";
    }

    @Override
    public int moments() {
        return 1;
    }

    @Override
    public ElementRule at(int step, double stepRate) {
        double keep = alpha;
        double floor = eps;
        return (w, g, moments, i) -> {
            double s = keep * moments[0][i] + (1 - keep) * g * g;
            moments[0][i] = s;
            return w - stepRate * g / (Math.sqrt(s) + floor);
        };
    }

    @Override
    public String formula(String name) {
        return "s ← α·s + (1 − α)·%2$s²; %1$s ← %1$s − η·%2$s/(√s + ε)".formatted(name, Formula.bar(name));
    }

    @Override
    public String numbers(Move move, int digits) {
        String s = Digits.significant(move.moments().get(0), digits);
        return "s = %1$s; %2$s − %3$s · %4$s/(√%1$s + %5$s) = %6$s"
                .formatted(
                        s,
                        Digits.significant(move.before(), digits),
                        Digits.significant(move.rate(), digits),
                        Digits.factor(move.gradient(), digits),
                        Digits.significant(eps, digits),
                        Digits.significant(move.after(), digits));
    }
}
