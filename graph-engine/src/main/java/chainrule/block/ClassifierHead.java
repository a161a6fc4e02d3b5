package chainrule.block;

import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Param;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.linear.Linear;
import chainrule.op.loss.CrossEntropy;
import chainrule.tensor.Shape;

/** The end of a classifier: a score for each class, and the loss of the right one. */
public final class ClassifierHead {
    private static final InPort CLASS = InPort.integers("class");
    private static final OutPort LOGITS = OutPort.of("logits");
    private static final Param<Long> CLASSES =
            Param.integer("classes", 2, 1, 1 << 24).explained("How many classes there are.");

    public static final NodeType TYPE = NodeType.named("classifier_head")
            .label("Classifier head")
            .category(Category.BLOCK)
            .inputs(Inside.X, CLASS)
            .outputs(OutPort.OUT, LOGITS)
            .params(CLASSES, Dense.INIT, Inside.SEED, Inside.WEIGHTS)
            .block("y = cross-entropy of x Wᵀ + b", ClassifierHead::parts)
            .latex("L = -\\log \\operatorname{softmax}(x W^\\top + b)_c")
            .pytorch("F.cross_entropy(torch.nn.Linear({x}.shape[-1], {classes})({x}), {class})")
            .example(Settings.of(CLASSES, 3L), Shape.of(3), Shape.scalar())
            .example(Settings.of(CLASSES, 2L), Shape.of(1, 2), Shape.of(1))
            .example(Settings.of(CLASSES, 2L), Shape.of(2, 2), Shape.of(2))
            .example(Settings.of(CLASSES, 4L), Shape.of(5, 4), Shape.of(5))
            .help(Help.of("Scores each class by a dense layer and compares the scores with the right class.")
                    .history("Bridle gave networks the softmax in 1990; with cross-entropy it has ended them since.")
                    .use("As the last node of a classifier: x is what the network made of the example.")
                    .limits("One right class for each example; where several can be right, take bce_logits for each.")
                    .example(
                            "Two classes with equal scores: softmax gives 0.5 each, and the loss is ln 2 = 0.6931 whatever"
                                    + " the class.")
                    .source(
                            "Bridle, “Probabilistic Interpretation of Feedforward Classification Network Outputs”, 1990.")
                    .synonyms("softmax", "classification", "logits", "output layer"))
            .build();

    private ClassifierHead() {}

    private static Parts parts(Shapes in) {
        int features = Inside.width(in, Inside.X);
        int classes = Math.toIntExact(in.get(CLASSES));
        Inside inside = new Inside(in, in.get(Dense.INIT));
        Parts.End logits = inside.part(
                "linear",
                Linear.TYPE,
                inside.port(Inside.X),
                inside.drawn("W", classes, features),
                inside.zeros("b", classes));
        Parts.End loss = inside.part("loss", CrossEntropy.TYPE, logits, inside.port(CLASS));
        return inside.assembly().out(LOGITS, logits).done(loss);
    }
}
