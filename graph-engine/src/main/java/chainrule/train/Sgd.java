package chainrule.train;

import chainrule.op.Formula;
import chainrule.op.Param;
import chainrule.tensor.Digits;

/**
 * Plain gradient descent (Cauchy 1847; Robbins and Monro 1951).
 *
 * @param weightDecay the share of a weight that is added to its gradient
 */
record Sgd(double rate, double weightDecay) implements Optimizer {
    static final Param<Double> WEIGHT_DECAY = Param.number("weight_decay", 0, 0, Double.MAX_VALUE);

    @Override
    public String id() {
        return "sgd";
    }

    @Override
    public int moments() {
        return 0;
    }

    @Override
    public ElementRule at(int step, double stepRate) {
        double decay = weightDecay;
        return decay == 0
                ? (w, g, moments, i) -> w - stepRate * g
                : (w, g, moments, i) -> w - stepRate * (g + decay * w);
    }

    @Override
    public void move(Elements elements, int step, double stepRate) {
        if (weightDecay == 0) {
            elements.descend(stepRate);
        } else {
            Optimizer.super.move(elements, step, stepRate);
        }
    }

    @Override
    public String formula(String name) {
        String bar = Formula.bar(name);
        return weightDecay == 0
                ? "%1$s ← %1$s − η·%2$s".formatted(name, bar)
                : "%1$s ← %1$s − η·(%2$s + λ·%1$s)".formatted(name, bar);
    }

    @Override
    public String numbers(Move move, int digits) {
        String w = Digits.factor(move.before(), digits);
        String g = Digits.factor(move.gradient(), digits);
        String gradient =
                weightDecay == 0 ? g : "(%s + %s · %s)".formatted(g, Digits.significant(weightDecay, digits), w);
        return "%s − %s · %s = %s"
                .formatted(
                        Digits.significant(move.before(), digits),
                        Digits.significant(move.rate(), digits),
                        gradient,
                        Digits.significant(move.after(), digits));
    }
}
