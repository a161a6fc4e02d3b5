package chainrule.op.loss;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Lane;
import chainrule.kernel.Term;
import chainrule.kernel.Truth;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.Kink;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import java.util.List;

/** Hinge loss over classes: each wrong class should score lower than the right one by a margin. */
public final class MultiHinge {
    private static final InPort SCORES = InPort.of("scores");
    private static final InPort CLASS = Classes.CLASS;
    private static final Param<Double> MARGIN =
            Param.number("margin", 1, 0, Double.MAX_VALUE).explained("By how much the right class should lead.");

    public static final NodeType TYPE = NodeType.named("multi_hinge")
            .label("Hinge (classes)")
            .category(Category.LOSS)
            .inputs(SCORES, CLASS)
            .params(MARGIN)
            .shape(in -> Classes.shape(in, SCORES))
            .forward("y = 1/N · Σ max(0, scores − score of class + margin) over the wrong classes", MultiHinge::forward)
            .wording(Classes::worded)
            .latex("y = \\frac{1}{N} \\sum_n \\sum_{j \\ne c_n} \\max(0, s_{nj} - s_{n c_n} + m)")
            .vjp(
                    SCORES,
                    "s̄cores = ȳ / N for each class within the margin, minus their number at class",
                    MultiHinge::pull)
            .jvp(SCORES, "ẏ = 1/N · Σ (ṡcores − that at class) over the classes within the margin", MultiHinge::push)
            .kink(kink())
            .pytorch("F.multi_margin_loss({scores}, {class}, margin={margin}) * {scores}.shape[-1]")
            .example(Shape.of(2, 3), Shape.of(2))
            .example(Shape.of(1, 4), Shape.of(1))
            .example(Settings.of(MARGIN, 0.5), Shape.of(5, 3), Shape.of(5))
            .example(Shape.of(4), Shape.scalar())
            .help(Help.of("Costs as much as wrong classes come closer to the right one than a margin, or pass it.")
                    .history("Weston and Watkins carried the support vector machine over to many classes in 1999.")
                    .use("For one class out of several where only the order of the scores matters.")
                    .limits(
                            "Its scores are no probabilities; once all classes keep the margin it teaches nothing more.")
                    .example("scores = [3, 2.5, 0], class = 0, margin 1, ȳ = 1: y = 0.5 + 0 = 0.5, the gradient is"
                            + " [−1, 1, 0].")
                    .source("Weston and Watkins, “Support Vector Machines for Multi-Class Pattern Recognition”, 1999.")
                    .synonyms("svm", "margin", "multiclass", "classification"))
            .build();

    private MultiHinge() {}

    private static Kernel forward(Binding k) {
        double margin = k.get(MARGIN);
        Lane loss = Lane.of(
                (in, out) -> {
                    double sum = 0;
                    for (int j = 0; j < in[0].length; j++) {
                        sum += j == in[1][0] ? 0 : Math.max(0, excess(in, j, margin));
                    }
                    out[0] = sum;
                },
                in -> wrong(in).choose(excess(in, margin).max(0), 0).sum());
        return Kernel.sequence(
                Classes.check(k, SCORES, Classes.NONE),
                Classes.reduced(k, SCORES, Classes.NONE, loss, List.of(k.in(SCORES), k.in(CLASS))));
    }

    private static Kernel pull(Binding k) {
        double margin = k.get(MARGIN);
        Lane lane = Lane.of(
                (in, out) -> {
                    int count = 0;
                    for (int j = 0; j < out.length; j++) {
                        boolean within = j != in[1][0] && excess(in, j, margin) > 0;
                        out[j] = within ? in[2][0] : 0;
                        count += within ? 1 : 0;
                    }
                    out[(int) in[1][0]] = -count * in[2][0];
                },
                in -> pulled(in, margin));
        return Classes.pulled(k, SCORES, Classes.NONE, lane, List.of(k.in(SCORES), k.in(CLASS)));
    }

    private static Kernel push(Binding k) {
        double margin = k.get(MARGIN);
        Lane lane = Lane.of(
                (in, out) -> {
                    double sum = 0;
                    for (int j = 0; j < in[0].length; j++) {
                        boolean within = j != in[1][0] && excess(in, j, margin) > 0;
                        sum += within ? in[2][j] - in[2][(int) in[1][0]] : 0;
                    }
                    out[0] = sum;
                },
                in -> pushed(in, margin));
        return Classes.pushed(k, SCORES, Classes.NONE, lane, List.of(k.in(SCORES), k.in(CLASS), k.grad()));
    }

    private static Kink kink() {
        return k -> {
            double margin = k.get(MARGIN);
            Buffer excess = k.scratch(k.shape(SCORES));
            Lane lane = Lane.of(
                    (in, out) -> {
                        for (int j = 0; j < out.length; j++) {
                            out[j] = j == in[1][0] ? 1 : excess(in, j, margin);
                        }
                    },
                    in -> wrong(in).choose(excess(in, margin), 1));
            Kernel kernel = Classes.rows(k, SCORES, lane, List.of(k.in(SCORES), k.in(CLASS)), excess);
            return () -> {
                kernel.run();
                return excess.snapshot();
            };
        };
    }

    /** By how much a class exceeds what the margin allows. */
    private static double excess(double[][] in, int j, double margin) {
        return in[0][j] - in[0][(int) in[1][0]] + margin;
    }

    private static Truth wrong(List<Term> in) {
        return right(in).counted().equal(0);
    }

    private static Truth right(List<Term> in) {
        return in.get(0).places().equal(in.get(1));
    }

    private static Term excess(List<Term> in, double margin) {
        return in.get(0).minus(right(in).choose(in.get(0), 0).sum()).plus(margin);
    }

    /** 1 for each wrong class within the margin. */
    private static Term within(List<Term> in, double margin) {
        return wrong(in).choose(excess(in, margin), 0).above(0).counted();
    }

    private static Term pulled(List<Term> in, double margin) {
        Term within = within(in, margin);
        return right(in).choose(within.sum().negated(), within).times(in.get(2));
    }

    private static Term pushed(List<Term> in, double margin) {
        Term ofRight = right(in).choose(in.get(2), 0).sum();
        return within(in, margin).times(in.get(2).minus(ofRight)).sum();
    }
}
