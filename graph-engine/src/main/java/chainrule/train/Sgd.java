package chainrule.train;

import chainrule.kernel.Motion;
import chainrule.kernel.Term;
import chainrule.op.Formula;
import chainrule.op.Param;
import java.util.List;

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
    public boolean descends() {
        return weightDecay == 0;
    }

    @Override
    public double[] numbers(int step, double stepRate) {
        return new double[] {stepRate};
    }

    @Override
    public List<Term> moved(Motion.Now now) {
        Term rateNow = now.numbers().get(0);
        Term pull = weightDecay == 0
                ? now.gradient()
                : now.gradient().plus(now.value().times(weightDecay));
        return List.of(now.value().minus(pull.times(rateNow)));
    }

    @Override
    public List<Stage> stages() {
        Stage move = Stage.move("w ← w − η·w̄", (m, d) -> "%s − %s · %s"
                .formatted(d.plain(m.before()), d.plain(m.rate()), d.factor(pull(m))));
        return weightDecay == 0 ? List.of(move) : List.of(coupledDecay(weightDecay), move);
    }

    /** The stage in which a share of the weight is added to its gradient. */
    static Stage coupledDecay(double share) {
        return Stage.decay(
                Formula.bar("w"), "w̄ ← w̄ + λ·w", m -> m.gradient() + share * m.before(), (m, d) -> "%s + %s · %s"
                        .formatted(d.plain(m.gradient()), d.plain(share), d.factor(m.before())));
    }

    private double pull(Optimizer.Move move) {
        return move.gradient() + weightDecay * move.before();
    }
}
