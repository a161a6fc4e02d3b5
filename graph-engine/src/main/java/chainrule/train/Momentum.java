package chainrule.train;

import chainrule.op.Formula;
import chainrule.op.Param;
import chainrule.tensor.Digits;

/**
 * Gradient descent with a velocity (Polyak 1964), or with Nesterov's look ahead (1983). The first velocity is the first
 * gradient.
 *
 * @param momentum the share of the velocity that is kept
 */
record Momentum(double rate, double momentum, boolean nesterov) implements Optimizer {
    static final Param<Double> MOMENTUM = Param.number("momentum", 0.9, 0, 1);

    @Override
    public String id() {
        return nesterov ? "nesterov" : "momentum";
    }

    @Override
    public int moments() {
        return 1;
    }

    @Override
    public ElementRule at(int step, double stepRate) {
        double mu = momentum;
        if (nesterov) {
            return (w, g, moments, i) -> {
                double v = mu * moments[0][i] + g;
                moments[0][i] = v;
                return w - stepRate * (g + mu * v);
            };
        }
        return (w, g, moments, i) -> {
            double v = mu * moments[0][i] + g;
            moments[0][i] = v;
            return w - stepRate * v;
        };
    }

    @Override
    public String formula(String name) {
        String move = nesterov ? "η·(%s + μ·v)".formatted(Formula.bar(name)) : "η·v";
        return "v ← μ·v + %2$s; %1$s ← %1$s − %3$s".formatted(name, Formula.bar(name), move);
    }

    @Override
    public String numbers(Move move, int digits) {
        String v = Digits.factor(move.moments().get(0), digits);
        String direction = nesterov
                ? "(%s + %s · %s)"
                        .formatted(
                                Digits.factor(move.gradient(), digits),
                                Digits.significant(momentum, digits),
                                Digits.factor(move.moments().get(0), digits))
                : v;
        return "v = %s; %s − %s · %s = %s"
                .formatted(
                        Digits.significant(move.moments().get(0), digits),
                        Digits.significant(move.before(), digits),
                        Digits.significant(move.rate(), digits),
                        direction,
                        Digits.significant(move.after(), digits));
    }
}
