package chainrule.op.activation;

import chainrule.kernel.Binary;
import chainrule.kernel.Logistic;
import chainrule.kernel.Ternary;
import chainrule.op.Category;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.tensor.Shape;

/** Value gated by a SiLU. */
public final class Swiglu {
    private static final InPort VALUE = InPort.of("value");
    private static final InPort GATE = InPort.of("gate");
    private static final Binary GATED =
            Binary.of((value, gate) -> value * gate * Logistic.at(gate), (value, gate) -> value.times(gate)
                    .times(gate.logistic()));
    private static final Binary SLOPE_IN_VALUE =
            Binary.of((gate, grad) -> grad * gate * Logistic.at(gate), (gate, grad) -> grad.times(gate)
                    .times(gate.logistic()));
    private static final Ternary SLOPE_IN_GATE =
            Ternary.of((value, gate, grad) -> grad * value * Silu.slope(gate), (value, gate, grad) -> grad.times(value)
                    .times(Silu.slope(gate)));

    public static final NodeType TYPE = NodeType.named("swiglu")
            .label("SwiGLU gate")
            .category(Category.ACTIVATION)
            .inputs(VALUE, GATE)
            .shape(in -> in.broadcast(VALUE, GATE))
            .forward("y = value · gate · σ(gate)", k -> k.zip(GATED, k.in(VALUE), k.in(GATE), k.out()))
            .latex("y = v \\odot g\\,\\sigma(g)")
            .vjp(VALUE, "v̄alue = ȳ · gate · σ(gate)", k -> k.zip(SLOPE_IN_VALUE, k.in(GATE), k.grad(), k.result()))
            .vjp(
                    GATE,
                    "ḡate = ȳ · value · σ(gate) · (1 + gate · (1 − σ(gate)))",
                    k -> k.zip(SLOPE_IN_GATE, k.in(VALUE), k.in(GATE), k.grad(), k.result()))
            .pytorch("{value} * torch.nn.functional.silu({gate})")
            .example(Shape.of(2, 3), Shape.of(2, 3))
            .example(Shape.of(2, 3), Shape.of(3))
            .example(Shape.of(2, 1), Shape.of(3))
            .example(Shape.scalar(), Shape.of(2, 2))
            .example(Shape.scalar(), Shape.scalar())
            .help(Help.of("Multiplies a value by the SiLU of a gate, element by element.")
                    .history(
                            "Shazeer proposed it in 2020 for the feed-forward part of transformers, and offered no reason why it works.")
                    .use("In feed-forward blocks: two dense layers feed it, a third one follows.")
                    .limits("It needs a second weight matrix, so the width is usually cut by a third.")
                    .example(
                            "value = 2, gate = 1, ȳ = 1: y = 1.4621, value’s gradient is 0.7311 and the gate’s 1.8553.")
                    .source("Shazeer, “GLU Variants Improve Transformer”, 2020.")
                    .synonyms("glu", "gated", "silu", "swish", "transformer"))
            .build();

    private Swiglu() {}
}
