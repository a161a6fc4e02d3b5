package chainrule.op.regularise;

import chainrule.kernel.Binary;
import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Kernels;
import chainrule.kernel.Unary;
import chainrule.op.Binding;
import chainrule.op.InPort;
import chainrule.op.Param;
import chainrule.op.Rule;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import java.util.function.Function;

/** What the penalties share: any number of weights, and a cost for each of their elements, added up. */
final class Penalty {
    static final InPort W = InPort.variadic("w");
    static final Param<Double> LAMBDA =
            Param.number("lambda", 0.01).explained("How much the penalty weighs beside the loss.");

    private Penalty() {}

    /** The forward rule, from the cost of one element. */
    static Rule total(Function<Settings, Unary> cost) {
        return k -> {
            Unary each = cost.apply(k.settings());
            Kernel[] sums = new Kernel[2 * k.count(W)];
            for (int i = 0; i < k.count(W); i++) {
                Buffer part = i == 0 ? k.out() : k.scratch(Shape.scalar());
                sums[2 * i] = k.map(each, k.in(W, i), part);
                sums[2 * i + 1] = i == 0 ? Kernel.nothing() : Kernels.accumulate(part, k.out());
            }
            return Kernel.sequence(sums);
        };
    }

    /** The derivative rule in both directions, from the slope of the cost of one element. */
    static Rule slope(Function<Settings, Unary> slope) {
        return k -> {
            Unary each = slope.apply(k.settings());
            Binary product = Binary.of((w, grad) -> grad * each.at(w), (w, grad) -> grad.times(each.on(w)));
            return k.zip(product, weight(k), k.grad(), k.result());
        };
    }

    private static Buffer weight(Binding k) {
        return k.in(W, k.index());
    }
}
