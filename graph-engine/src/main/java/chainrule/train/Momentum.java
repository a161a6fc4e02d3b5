package chainrule.train;

import chainrule.kernel.Motion;
import chainrule.kernel.Term;
import chainrule.language.Phrases;
import chainrule.op.Param;
import java.util.List;

/**
 * Gradient descent with a velocity (Polyak 1964), or with Nesterov's look ahead (1983). The first velocity is the first
 * gradient.
 *
 * @param momentum the share of the velocity that is kept
 */
record Momentum(double rate, double momentum, boolean nesterov) implements Optimizer {
    private static final Phrases WORDS = Phrases.of(Momentum.class);

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
    public double[] numbers(int step, double stepRate) {
        return new double[] {stepRate};
    }

    @Override
    public List<Term> moved(Motion.Now now) {
        Term velocity = now.moments().get(0).times(momentum).plus(now.gradient());
        Term direction = nesterov ? now.gradient().plus(velocity.times(momentum)) : velocity;
        return List.of(now.value().minus(direction.times(now.numbers().get(0))), velocity);
    }

    @Override
    public List<Stage> stages() {
        Stage velocity = Stage.state(
                WORDS.text("momentum.velocity"),
                "v",
                "v ← μ·v + w̄",
                m -> m.moments().get(0),
                (m, d) -> "%s · %s + %s"
                        .formatted(d.plain(momentum), d.factor(m.earlier().get(0)), d.factor(m.gradient())));
        if (!nesterov) {
            return List.of(
                    velocity,
                    Stage.move("w ← w − η·v", (m, d) -> moved(m, d, m.moments().get(0))));
        }
        Stage ahead =
                Stage.state(WORDS.text("momentum.lookAhead"), "d", "d = w̄ + μ·v", this::ahead, (m, d) -> "%s + %s · %s"
                        .formatted(
                                d.plain(m.gradient()),
                                d.plain(momentum),
                                d.factor(m.moments().get(0))));
        return List.of(velocity, ahead, Stage.move("w ← w − η·d", (m, d) -> moved(m, d, ahead(m))));
    }

    private double ahead(Move move) {
        return move.gradient() + momentum * move.moments().get(0);
    }

    private static String moved(Move move, Written written, double direction) {
        return "%s − %s · %s"
                .formatted(written.plain(move.before()), written.plain(move.rate()), written.factor(direction));
    }
}
