package chainrule.train;

import chainrule.op.Formula;
import chainrule.op.Param;
import chainrule.tensor.Digits;

/**
 * Gradient descent by running means of the gradient and of its square, both corrected for their start at 0 (Kingma and
 * Ba 2015). Weight decay is part of the gradient, or a step of its own where it is decoupled (Loshchilov and Hutter
 * 2019).
 */
record Adam(double rate, Averages averages, double weightDecay, boolean decoupled) implements Optimizer {
    static final Param<Double> BETA1 = Param.number("beta1", 0.9, 0, 1);
    static final Param<Double> BETA2 = Param.number("beta2", 0.999, 0, 1);
    static final Param<Double> DECOUPLED_DECAY = Param.number("weight_decay", 0.01, 0, Double.MAX_VALUE);

    /** How much of the running means is kept, and what holds the divisor off 0. */
    record Averages(double beta1, double beta2, double eps) {}

    @Override
    public String id() {
        return decoupled ? "adamw" : "adam";
    }

    @Override
    public int moments() {
        return 2;
    }

    @Override
    public ElementRule at(int step, double stepRate) {
        double beta1 = averages.beta1;
        double beta2 = averages.beta2;
        double eps = averages.eps;
        double correction1 = 1 - Math.pow(beta1, step);
        double correction2 = 1 - Math.pow(beta2, step);
        double coupled = decoupled ? 0 : weightDecay;
        double shrink = decoupled ? stepRate * weightDecay : 0;
        return (w, g, moments, i) -> {
            double pull = g + coupled * w;
            double m = beta1 * moments[0][i] + (1 - beta1) * pull;
            double v = beta2 * moments[1][i] + (1 - beta2) * pull * pull;
            moments[0][i] = m;
            moments[1][i] = v;
            return w - shrink * w - stepRate * (m / correction1) / (Math.sqrt(v / correction2) + eps);
        };
    }

    @Override
    public String formula(String name) {
        String bar = Formula.bar(name);
        String gradient = !decoupled && weightDecay != 0 ? "(%s + λ·%s)".formatted(bar, name) : bar;
        String start = decoupled && weightDecay != 0 ? "%1$s − η·λ·%1$s".formatted(name) : name;
        return "m ← β₁·m + (1 − β₁)·%2$s; v ← β₂·v + (1 − β₂)·%2$s²; %1$s ← %3$s − η·m̂/(√v̂ + ε)"
                .formatted(name, gradient, start);
    }

    @Override
    public String numbers(Move move, int digits) {
        double m = move.moments().get(0) / (1 - Math.pow(averages.beta1, move.step()));
        double v = move.moments().get(1) / (1 - Math.pow(averages.beta2, move.step()));
        String w = Digits.significant(move.before(), digits);
        String rate = Digits.significant(move.rate(), digits);
        String start = decoupled && weightDecay != 0
                ? "%s − %s · %s · %s"
                        .formatted(
                                w, rate, Digits.significant(weightDecay, digits), Digits.factor(move.before(), digits))
                : w;
        return "%s − %s · %s/(√%s + %s) = %s"
                .formatted(
                        start,
                        rate,
                        Digits.factor(m, digits),
                        Digits.significant(v, digits),
                        Digits.significant(averages.eps, digits),
                        Digits.significant(move.after(), digits));
    }
}
