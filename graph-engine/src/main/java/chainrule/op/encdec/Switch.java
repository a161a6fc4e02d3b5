package chainrule.op.encdec;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.op.Binding;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Rule;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import java.util.List;

/** One of two inputs, chosen by a setting: the right token, or the one that was predicted. */
public final class Switch {
    private static final InPort GOLD = InPort.of("gold");
    private static final InPort PREDICTED = InPort.of("predicted");
    private static final Param<String> USE = Param.choice("use", GOLD.name(), List.of(GOLD.name(), PREDICTED.name()))
            .explained("Which of the two inputs passes.");

    public static final NodeType TYPE = NodeType.named("switch")
            .label("Teacher-forcing switch")
            .category(Category.ENCODER_DECODER)
            .inputs(GOLD, PREDICTED)
            .params(USE)
            .shape(in -> in.same(GOLD, PREDICTED))
            .forward("y = gold or predicted, as use says", k -> k.copy(chosen(k), k.out()))
            .latex(
                    "y = \\begin{cases} \\mathit{gold} & \\text{forced} \\\\ \\mathit{predicted} & \\text{free} \\end{cases}")
            .vjp(GOLD, "ḡold = ȳ where use is gold, else 0", passed(GOLD))
            .vjp(PREDICTED, "p̄redicted = ȳ where use is predicted, else 0", passed(PREDICTED))
            .pytorch("({gold} if {use} == \"gold\" else {predicted})")
            .example(Shape.of(3), Shape.of(3))
            .example(Shape.of(1, 2), Shape.of(1, 2))
            .example(Settings.of(USE, PREDICTED.name()), Shape.of(2, 2), Shape.of(2, 2))
            .example(Settings.of(USE, PREDICTED.name()), Shape.of(5), Shape.of(5))
            .help(Help.of("Passes one of its two inputs, as its setting says; the other gets gradient 0.")
                    .history("Williams and Zipser named teacher forcing in 1989, for recurrent networks.")
                    .use("In a decoder: the right token while it learns, its own prediction once it runs.")
                    .limits(
                            "A decoder that only ever saw right tokens has not learned to recover from its own mistakes.")
                    .example(
                            "gold = 1, predicted = 0.7, use gold, ȳ = 2: y = 1, the gradient of gold is 2, of predicted 0.")
                    .source("Williams and Zipser, “A Learning Algorithm for Continually Running Networks”, 1989.")
                    .synonyms("teacher forcing", "choose", "select", "if", "decoder"))
            .build();

    private Switch() {}

    private static Buffer chosen(Binding k) {
        return k.get(USE).equals(GOLD.name()) ? k.in(GOLD) : k.in(PREDICTED);
    }

    private static Rule passed(InPort port) {
        return k -> k.get(USE).equals(port.name()) ? k.copy(k.grad(), k.result()) : zero(k);
    }

    private static Kernel zero(Binding k) {
        return k.fill(0, k.result());
    }
}
