package chainrule.op.activation;

import chainrule.kernel.Kernel;
import chainrule.kernel.Lane;
import chainrule.kernel.Term;
import chainrule.language.Phrases;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Digits;
import chainrule.tensor.Shape;
import java.util.List;

/** Scores as shares. */
public final class Softmax {
    private static final Phrases WORDS = Phrases.of(Softmax.class);
    private static final InPort X = InPort.of("x");
    private static final Param<Long> AXIS = Lanewise.AXIS;
    private static final Param<Double> TEMPERATURE =
            Param.number("temperature", 1).explained("Above 1 the shares are more even, below 1 more decided.");

    public static final NodeType TYPE = NodeType.named("softmax")
            .label("Softmax")
            .category(Category.ACTIVATION)
            .inputs(X)
            .params(AXIS, TEMPERATURE)
            .shape(Softmax::shape)
            .forward("y = exp(x / temperature) / Σ exp(x / temperature)", Softmax::shares)
            .latex("y_i = \\frac{e^{x_i / T}}{\\sum_j e^{x_j / T}}")
            .vjp(X, "x̄ = y · (ȳ − Σ ȳ · y) / temperature", Softmax::change)
            .jvp(X, "ẏ = y · (ẋ − Σ ẋ · y) / temperature", Softmax::change)
            .pytorch("torch.softmax({x} / {temperature}, dim={axis})")
            .example(Shape.of(2, 3))
            .example(Settings.of(AXIS, 0L).with(TEMPERATURE, 0.7), Shape.of(2, 3))
            .example(Settings.of(AXIS, 1L), Shape.of(2, 3, 2))
            .example(Shape.of(1))
            .help(Help.of(
                            "Turns scores along an axis into shares: positive numbers that sum to 1, larger for larger scores.")
                    .history(
                            "Boltzmann weighed the states of a gas in this way in 1868; Bridle named it softmax in 1990.")
                    .use("To choose among classes, and to spread attention.")
                    .limits(
                            "Adding one number to all scores changes nothing, and a score far ahead takes nearly everything, gradient included.")
                    .example("x = [1, 2, 3]: y = [0.09, 0.2447, 0.6652].")
                    .source(
                            "Bridle, “Probabilistic Interpretation of Feedforward Classification Network Outputs”, 1990.")
                    .synonyms("probabilities", "classes", "attention", "boltzmann", "temperature"))
            .build();

    private Softmax() {}

    private static Shape shape(Shapes in) {
        double temperature = in.get(TEMPERATURE);
        if (temperature <= 0) {
            throw in.refusal(WORDS.text("softmax.temperatureAbove0", Digits.brief(temperature)));
        }
        return Lanewise.shape(in, X);
    }

    private static Kernel shares(Binding k) {
        double temperature = k.get(TEMPERATURE);
        return Lanewise.bind(
                k,
                X,
                Lane.of((in, y) -> shares(in[0], temperature, y), in -> shares(in.get(0), temperature)),
                List.of(k.in(X)),
                k.out());
    }

    private static void shares(double[] x, double temperature, double[] y) {
        double max = Lanewise.max(x);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.exp((x[i] - max) / temperature);
            sum += y[i];
        }
        for (int i = 0; i < x.length; i++) {
            y[i] /= sum;
        }
    }

    private static Term shares(Term x, double temperature) {
        Term powers = x.minus(x.most()).over(temperature).exp();
        return powers.over(powers.sum());
    }

    /** The Jacobian is symmetric, so that gradients and tangents change alike. */
    private static Kernel change(Binding k) {
        double temperature = k.get(TEMPERATURE);
        return Lanewise.bind(
                k,
                X,
                Lane.of((in, r) -> change(in[0], in[1], temperature, r), in -> change(in.get(0), in.get(1))
                        .over(temperature)),
                List.of(k.out(), k.grad()),
                k.result());
    }

    private static Term change(Term y, Term grad) {
        return y.times(grad.minus(grad.times(y).sum()));
    }

    private static void change(double[] y, double[] grad, double temperature, double[] result) {
        double inner = 0;
        for (int i = 0; i < y.length; i++) {
            inner += grad[i] * y[i];
        }
        for (int i = 0; i < y.length; i++) {
            result[i] = y[i] * (grad[i] - inner) / temperature;
        }
    }
}
