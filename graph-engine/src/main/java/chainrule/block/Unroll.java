package chainrule.block;

import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.op.recurrent.GruCell;
import chainrule.op.recurrent.LstmCell;
import chainrule.op.recurrent.RnnCell;
import chainrule.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Any cell, repeated for each step of a sequence with the same parameters. */
public final class Unroll {
    static final InPort H = InPort.optional("h");
    static final InPort C = InPort.optional("c");
    static final Param<Literal> CELL = Param.node("cell", RnnCell.TYPE.id())
            .explained("What is repeated: a cell, or a block with the inputs x and h that gives the next h.");
    static final Param<String> DIRECTION = Param.choice("direction", "forward", List.of("forward", "backward", "both"))
            .explained("From which end the sequence is read; both joins the two.");
    static final Param<String> OUTPUT = Param.choice("output", "all", List.of("all", "last"))
            .explained("Whether out holds the state after every step or the last one only.");

    public static final NodeType TYPE = type(id -> Optional.ofNullable(
            Map.of(RnnCell.TYPE.id(), RnnCell.TYPE, LstmCell.TYPE.id(), LstmCell.TYPE, GruCell.TYPE.id(), GruCell.TYPE)
                    .get(id)));

    private Unroll() {}

    private static NodeType type(Function<String, Optional<NodeType>> types) {
        return NodeType.named("unroll")
                .label("Unrolled cell")
                .category(Category.BLOCK)
                .inputs(Inside.X, H, C)
                .outputs(OutPort.OUT, SequenceLayer.H, SequenceLayer.C)
                .params(
                        CELL,
                        SequenceLayer.HIDDEN,
                        DIRECTION,
                        OUTPUT,
                        Sequences.BATCH_FIRST,
                        Inside.SEED,
                        Inside.WEIGHTS)
                .in(catalog -> type(catalog::find))
                .block("y_t = h_t = cell(x_t, h_{t−1})", in -> new Unrolling(in, types).parts())
                .latex("y_t = h_t = \\operatorname{cell}(x_t, h_{t-1})")
                .pytorch("torch.stack([h := cell(x_t, h) for x_t in {x}])")
                .example(settings(RnnCell.TYPE, 2), Shape.of(3, 2))
                .example(settings(GruCell.TYPE, 1).with(DIRECTION, "backward"), Shape.of(2, 1, 2), Shape.of(1, 1))
                .example(
                        settings(LstmCell.TYPE, 2).with(OUTPUT, "last"),
                        Shape.of(2, 2, 1),
                        Shape.of(2, 2),
                        Shape.of(2, 2))
                .example(
                        settings(RnnCell.TYPE, 1)
                                .with(DIRECTION, "both")
                                .with(Sequences.BATCH_FIRST, true)
                                .with(OUTPUT, "last"),
                        Shape.of(5, 2, 2))
                .help(help())
                .build();
    }

    private static Help help() {
        return Help.of("Repeats a cell for each step of a sequence: the same parameters, the state passed on.")
                .history("Rumelhart, Hinton and Williams unrolled recurrent networks in 1986 to train them by"
                        + " backpropagation.")
                .use("To take a cell of your own along a sequence, or to see what each step adds to a gradient.")
                .limits("It becomes as long as the sequence: a thousand steps are a thousand cells.")
                .example(
                        "A sequence of 3 steps: cells t0, t1, t2; the gradient of Wx is the sum of what each of the three"
                                + " sends back.")
                .source("Werbos, “Backpropagation Through Time: What It Does and How to Do It”, 1990.")
                .synonyms("bptt", "loop", "recurrent", "scan", "time steps", "repeat");
    }

    private static Settings settings(NodeType cell, long hidden) {
        return Settings.of(CELL, new Literal.Text(cell.id())).with(SequenceLayer.HIDDEN, hidden);
    }
}
