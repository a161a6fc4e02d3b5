package chainrule.block;

import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.activation.Elu;
import chainrule.op.activation.Gelu;
import chainrule.op.activation.LeakyRelu;
import chainrule.op.activation.Relu;
import chainrule.op.activation.Sigmoid;
import chainrule.op.activation.Silu;
import chainrule.op.activation.Softmax;
import chainrule.op.activation.Softplus;
import chainrule.op.activation.Tanh;
import chainrule.op.arithmetic.Identity;
import java.util.List;

/** The activations that a layer inside a block can have. */
final class Activations {
    private static final List<NodeType> TYPES = List.of(
            Identity.TYPE,
            Relu.TYPE,
            LeakyRelu.TYPE,
            Elu.TYPE,
            Sigmoid.TYPE,
            Tanh.TYPE,
            Gelu.TYPE,
            Silu.TYPE,
            Softplus.TYPE,
            Softmax.TYPE);

    private Activations() {}

    /** A setting that names one of them. */
    static Param<String> param(String name, String initial) {
        return Param.choice(name, initial, TYPES.stream().map(NodeType::id).toList())
                .explained("What the sums of a layer pass through.");
    }

    static NodeType named(String id) {
        return TYPES.stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
    }
}
