package chainrule.op.arithmetic;

import chainrule.kernel.Binary;
import chainrule.kernel.Functions;
import chainrule.kernel.Kernel;
import chainrule.kernel.Pairs;
import chainrule.kernel.Unary;
import chainrule.language.Phrases;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.List;

/** Element-wise sum of any number of values. */
public final class AddN {
    private static final Phrases WORDS = Phrases.of(AddN.class);
    private static final InPort X = InPort.variadic("x");
    private static final Binary PLUS = Pairs.PLUS;
    private static final Unary SAME = Functions.SAME;

    public static final NodeType TYPE = NodeType.named("add_n")
            .label("Sum of many")
            .category(Category.ARITHMETIC)
            .inputs(X)
            .shape(AddN::shape)
            .forward("y = Σ x", AddN::sum)
            .latex("y = \\sum_k x_k")
            .vjp(X, "x̄ = ȳ", k -> k.map(SAME, k.grad(), k.result()))
            .pytorch("sum([{x}])")
            .example(Shape.of(2, 3))
            .example(Shape.of(2, 3), Shape.of(2, 3), Shape.of(2, 3))
            .example(Shape.of(3), Shape.of(2, 1), Shape.scalar())
            .example(Shape.scalar(), Shape.scalar())
            .help(Help.of("Adds any number of values element by element, repeating those whose lengths are 1.")
                    .history("Euler wrote sums with a capital sigma in 1755.")
                    .use("Where a chain of additions would only clutter the picture: many paths into one loss.")
                    .limits("Every input receives the same gradient, so the sum alone cannot tell them apart.")
                    .example("x0 = 1, x1 = 2, x2 = 3, ȳ = 2: y = 6, and each input’s gradient is 2.")
                    .source("Euler, “Institutiones calculi differentialis”, 1755.")
                    .synonyms("sum", "total", "plus", "accumulate", "sigma"))
            .build();

    private AddN() {}

    private static Shape shape(Shapes in) {
        List<Shape> all = in.all(X);
        Shape result = all.get(0);
        for (int i = 1; i < all.size(); i++) {
            if (!result.broadcastsWith(all.get(i))) {
                throw in.refusal(X, i, WORDS.text("addN.inputsBeforeMakeFromLast", i, all.get(i), result));
            }
            result = result.broadcast(all.get(i));
        }
        return result;
    }

    private static Kernel sum(Binding k) {
        Kernel[] terms = new Kernel[k.count(X)];
        terms[0] = k.map(SAME, k.in(X), k.out());
        for (int i = 1; i < terms.length; i++) {
            terms[i] = k.zip(PLUS, k.out(), k.in(X, i), k.out());
        }
        return Kernel.sequence(terms);
    }
}
