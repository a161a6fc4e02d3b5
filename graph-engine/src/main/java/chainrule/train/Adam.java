package chainrule.train;

import chainrule.kernel.Motion;
import chainrule.kernel.Term;
import chainrule.language.Phrases;
import chainrule.op.Param;
import java.util.ArrayList;
import java.util.List;

/**
 * Gradient descent by running means of the gradient and of its square, both corrected for their start at 0 (Kingma and
 * Ba 2015). Weight decay is part of the gradient, or a step of its own where it is decoupled (Loshchilov and Hutter
 * 2019).
 */
record Adam(double rate, Averages averages, double weightDecay, boolean decoupled) implements Optimizer {
    private static final Phrases WORDS = Phrases.of(Adam.class);

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

    /** The rate, and what the means are divided by. */
    @Override
    public double[] numbers(int step, double stepRate) {
        return new double[] {
            stepRate, 1 - Math.pow(averages.beta1, step), 1 - Math.pow(averages.beta2, step),
        };
    }

    @Override
    public List<Term> moved(Motion.Now now) {
        Term w = now.value();
        Term rateNow = now.numbers().get(0);
        boolean coupled = !decoupled && weightDecay != 0;
        Term pull = coupled ? now.gradient().plus(w.times(weightDecay)) : now.gradient();
        Term m = now.moments().get(0).times(averages.beta1).plus(pull.times(1 - averages.beta1));
        Term v = now.moments().get(1).times(averages.beta2).plus(pull.squared().times(1 - averages.beta2));
        Term divisor = v.over(now.numbers().get(2)).sqrt().plus(averages.eps);
        Term move = m.over(now.numbers().get(1)).times(rateNow).over(divisor);
        Term from = decoupled ? w.minus(w.times(rateNow.times(weightDecay))) : w;
        return List.of(from.minus(move), m, v);
    }

    @Override
    public List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        if (weightDecay != 0) {
            stages.add(decoupled ? decoupledDecay() : Sgd.coupledDecay(weightDecay));
        }
        stages.add(mean(0, WORDS.text("adam.meanGradients"), "m", "m ← β₁·m + (1 − β₁)·w̄"));
        stages.add(mean(1, WORDS.text("adam.meanSquares"), "v", "v ← β₂·v + (1 − β₂)·w̄²"));
        stages.add(corrected(0, WORDS.text("adam.meanCorrected"), "m̂", "m̂ = m/(1 − β₁^t)"));
        stages.add(corrected(1, WORDS.text("adam.squaresCorrected"), "v̂", "v̂ = v/(1 − β₂^t)"));
        stages.add(Stage.move("w ← w − η·m̂/(√v̂ + ε)", (m, d) -> "%s − %s · %s/(√%s + %s)"
                .formatted(
                        d.plain(decoupled ? shrunk(m) : m.before()),
                        d.plain(m.rate()),
                        d.factor(corrected(m, 0)),
                        d.plain(corrected(m, 1)),
                        d.plain(averages.eps))));
        return List.copyOf(stages);
    }

    private Stage decoupledDecay() {
        return Stage.decay("w", "w ← w − η·λ·w", this::shrunk, (m, d) -> "%1$s − %2$s · %3$s · %4$s"
                .formatted(d.plain(m.before()), d.plain(m.rate()), d.plain(weightDecay), d.factor(m.before())));
    }

    private Stage mean(int moment, String name, String symbol, String rule) {
        return Stage.state(name, symbol, rule, m -> m.moments().get(moment), (m, d) -> "%s · %s + %s · %s%s"
                .formatted(
                        d.plain(beta(moment)),
                        d.factor(m.earlier().get(moment)),
                        d.plain(1 - beta(moment)),
                        d.factor(m.gradient() + (decoupled ? 0 : weightDecay * m.before())),
                        moment == 0 ? "" : "²"));
    }

    private Stage corrected(int moment, String name, String symbol, String rule) {
        return Stage.state(name, symbol, rule, m -> corrected(m, moment), (m, d) -> "%s/(1 − %s^%d)"
                .formatted(d.plain(m.moments().get(moment)), d.plain(beta(moment)), m.step()));
    }

    private double beta(int moment) {
        return moment == 0 ? averages.beta1 : averages.beta2;
    }

    private double corrected(Move move, int moment) {
        return move.moments().get(moment) / (1 - Math.pow(beta(moment), move.step()));
    }

    /** The weight after its decoupled decay. */
    private double shrunk(Move move) {
        return move.before() - move.rate() * weightDecay * move.before();
    }
}
