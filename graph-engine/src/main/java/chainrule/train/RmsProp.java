package chainrule.train;

import chainrule.kernel.Motion;
import chainrule.kernel.Term;
import chainrule.language.Phrases;
import chainrule.op.Param;
import java.util.List;

/**
 * Gradient descent in which each element has a rate of its own, by the recent size of its gradients (Tieleman and
 * Hinton 2012). ε stands outside the root; nothing is corrected at the start.
 *
 * @param alpha the share of the mean square that is kept
 */
record RmsProp(double rate, double alpha, double eps) implements Optimizer {
    private static final Phrases WORDS = Phrases.of(RmsProp.class);

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
    public double[] numbers(int step, double stepRate) {
        return new double[] {stepRate};
    }

    @Override
    public List<Term> moved(Motion.Now now) {
        Term square =
                now.moments().get(0).times(alpha).plus(now.gradient().squared().times(1 - alpha));
        Term move =
                now.gradient().times(now.numbers().get(0)).over(square.sqrt().plus(eps));
        return List.of(now.value().minus(move), square);
    }

    @Override
    public List<Stage> stages() {
        Stage square = Stage.state(
                WORDS.text("rmsProp.meanSquare"),
                "s",
                "s ← α·s + (1 − α)·w̄²",
                m -> m.moments().get(0),
                (m, d) -> "%s · %s + %s · %s²"
                        .formatted(
                                d.plain(alpha),
                                d.plain(m.earlier().get(0)),
                                d.plain(1 - alpha),
                                d.factor(m.gradient())));
        Stage move = Stage.move("w ← w − η·w̄/(√s + ε)", (m, d) -> "%s − %s · %s/(√%s + %s)"
                .formatted(
                        d.plain(m.before()),
                        d.plain(m.rate()),
                        d.factor(m.gradient()),
                        d.plain(m.moments().get(0)),
                        d.plain(eps)));
        return List.of(square, move);
    }
}
