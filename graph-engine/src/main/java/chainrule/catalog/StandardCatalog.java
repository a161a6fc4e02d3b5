package chainrule.catalog;

import chainrule.op.Catalog;
import chainrule.op.NodeType;
import chainrule.op.activation.Tanh;
import chainrule.op.arithmetic.Mul;
import chainrule.op.linear.Matmul;
import chainrule.op.source.ParamNode;
import java.util.List;

/** The one list of node types. */
public final class StandardCatalog {
    private static final List<NodeType> TYPES = List.of(
            // sources
            ParamNode.TYPE,
            // arithmetic
            Mul.TYPE,
            // linear algebra
            Matmul.TYPE,
            // activations
            Tanh.TYPE
            // reductions
            // shapes
            // losses
            );

    private StandardCatalog() {}

    public static Catalog create() {
        return new Catalog(TYPES);
    }
}
