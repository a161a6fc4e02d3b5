package chainrule.op.loss;

import chainrule.kernel.Binary;
import chainrule.kernel.Buffer;
import chainrule.kernel.Distance;
import chainrule.kernel.Kernel;
import chainrule.kernel.Lane;
import chainrule.kernel.Pairs;
import chainrule.kernel.Ternary;
import chainrule.op.Binding;
import chainrule.op.InPort;
import chainrule.op.Param;
import chainrule.op.Rule;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How the losses of single elements become one number, for losses that compare two inputs element by element. */
final class Reduction {
    static final Param<String> SETTING = Param.choice("reduction", "mean", List.of("mean", "sum", "none"))
            .explained("Whether the losses of the elements are averaged, summed, or kept apart.");

    private Reduction() {}

    /** The shape of the result of two inputs of equal shape. */
    static Shape shape(Shapes in, InPort a, InPort b) {
        Shape both = in.same(a, b);
        return none(in.settings()) ? both : Shape.scalar();
    }

    /** The forward rule: the loss of each pair of elements, reduced. */
    static Rule of(InPort a, InPort b, Function<Settings, Binary> loss) {
        return of(a, b, k -> divisor(k, a), loss);
    }

    /** The same with a divisor of the sum that does not follow from the setting. */
    static Rule of(InPort a, InPort b, ToDoubleFunction<Binding> divisor, Function<Settings, Binary> loss) {
        return k -> {
            Binary pair = loss.apply(k.settings());
            if (none(k.settings())) {
                return k.zip(pair, k.in(a), k.in(b), k.out());
            }
            if (pair instanceof Distance distance && Distance.fits(k.in(a), k.in(b))) {
                return distance.total(k.in(a), k.in(b), divisor.applyAsDouble(k), k.out());
            }
            Shape shape = k.shape(a);
            List<Integer> all = IntStream.range(0, shape.rank()).boxed().toList();
            return k.lanes(total(pair, divisor.applyAsDouble(k)), shape, all, List.of(k.in(a), k.in(b)), k.out());
        };
    }

    /**
     * The derivative rule of one input, from the slope of the loss of a pair; in forward mode the same products are
     * summed, so that it serves both ways.
     */
    static Rule slope(InPort a, InPort b, Function<Settings, Binary> slope) {
        return slope(a, b, k -> divisor(k, a), slope);
    }

    /** The same with a divisor of the sum that does not follow from the setting. */
    static Rule slope(InPort a, InPort b, ToDoubleFunction<Binding> divisor, Function<Settings, Binary> slope) {
        return k -> {
            Binary pair = slope.apply(k.settings());
            double parts = divisor.applyAsDouble(k);
            if (pair instanceof Distance && Distance.fits(k.in(a), k.in(b)) && Distance.fits(k.in(a), k.result())) {
                Buffer share = k.scratch(k.grad().shape());
                return Kernel.sequence(
                        k.map(g -> g / parts, k.grad(), share),
                        k.zip(pair, k.in(a), k.in(b), k.result()),
                        k.zip(Pairs.TIMES, k.result(), share, k.result()));
            }
            Ternary product = Ternary.of((g, p, q) -> g * pair.at(p, q) / parts, (g, p, q) -> g.times(pair.on(p, q))
                    .over(parts));
            return k.zip(product, k.grad(), k.in(a), k.in(b), k.result());
        };
    }

    /** A formula over all n elements as it holds under a reduction: of one element, and of a sum, no n-th is taken. */
    static String worded(String formula, Settings settings, Shape first) {
        String text = formula;
        if (first.size() == 1 || !mean(settings)) {
            text = text.replace("1/n · ", "").replace("2/n", "2");
        }
        return first.size() == 1 || none(settings) ? text.replace("Σ ", "") : text;
    }

    static boolean none(Settings settings) {
        return settings.get(SETTING).equals("none");
    }

    static boolean mean(Settings settings) {
        return settings.get(SETTING).equals("mean");
    }

    private static double divisor(Binding k, InPort a) {
        return mean(k.settings()) ? k.in(a).size() : 1;
    }

    private static Lane total(Binary pair, double divisor) {
        Lane loop = (in, out) -> {
            double sum = 0;
            for (int i = 0; i < in[0].length; i++) {
                sum += pair.at(in[0][i], in[1][i]);
            }
            out[0] = sum / divisor;
        };
        return Lane.of(loop, in -> pair.on(in.get(0), in.get(1)).sum().over(divisor));
    }
}
