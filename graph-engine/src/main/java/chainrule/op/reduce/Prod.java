package chainrule.op.reduce;

import chainrule.kernel.Lane;
import chainrule.kernel.Term;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import java.util.List;

/** Product of all elements, or along axes. */
public final class Prod {
    private static final Lane VALUE = Lane.of(Prod::value, in -> in.get(0).product());
    private static final Lane PULL = Lane.of(Prod::pull, in -> in.get(1).times(others(in.get(0))));
    private static final Lane PUSH =
            Lane.of(Prod::push, in -> in.get(1).times(others(in.get(0))).sum());

    public static final NodeType TYPE = NodeType.named("prod")
            .label("Product")
            .category(Category.REDUCE)
            .inputs(Reduced.X)
            .params(Reduced.AXIS)
            .shape(Reduced::shape)
            .forward("y = Π x", Reduced.forward(VALUE))
            .latex("y = \\prod_i x_i")
            .vjp(Reduced.X, "x̄ = ȳ · the product of all the others", Reduced.derivative(PULL))
            .jvp(Reduced.X, "ẏ = Σ ẋ · the product of all the others", Reduced.derivative(PUSH))
            .pytorch("{x}.prod(dim={axis})")
            .example(Shape.of(2, 3))
            .example(Shape.scalar())
            .example(Settings.of(Reduced.AXIS, List.of(0)), Shape.of(1, 3))
            .example(Settings.of(Reduced.AXIS, List.of(-1)), Shape.of(5, 3))
            .example(Settings.of(Reduced.AXIS, List.of(0, 2)), Shape.of(2, 3, 2))
            .help(Help.of("Multiplies all elements, or those along the chosen axes.")
                    .history("The sign Π is Gauss's, of 1812; Bernoulli multiplied the chances of independent events.")
                    .use("For chances that must all come true, and to see how slopes multiply along a chain.")
                    .limits(
                            "Many factors below 1 vanish and many above 1 explode: in practice, add logarithms instead.")
                    .example("x = [2, 3, 4], ȳ = 1: y = 24, x̄ = [12, 8, 6]; with x = [0, 3, 4], x̄ = [12, 0, 0].")
                    .source("Bengio, Simard and Frasconi, “Learning Long-Term Dependencies with Gradient Descent Is"
                            + " Difficult”, 1994.")
                    .synonyms("multiply", "pi", "reduce"))
            .build();

    private Prod() {}

    private static void value(double[][] in, double[] out) {
        double product = 1;
        for (double v : in[0]) {
            product *= v;
        }
        out[0] = product;
    }

    private static Term others(Term x) {
        return x.productsBefore().times(x.productsAfter());
    }

    /** The others' product is that of those before times that of those after: sound where an element is 0. */
    private static void pull(double[][] in, double[] out) {
        double[] x = in[0];
        double before = in[1][0];
        for (int i = 0; i < x.length; i++) {
            out[i] = before;
            before *= x[i];
        }
        double after = 1;
        for (int i = x.length - 1; i >= 0; i--) {
            out[i] *= after;
            after *= x[i];
        }
    }

    /** Carries the product and its tangent along the lane. */
    private static void push(double[][] in, double[] out) {
        double product = 1;
        double tangent = 0;
        for (int i = 0; i < in[0].length; i++) {
            tangent = tangent * in[0][i] + product * in[1][i];
            product *= in[0][i];
        }
        out[0] = tangent;
    }
}
