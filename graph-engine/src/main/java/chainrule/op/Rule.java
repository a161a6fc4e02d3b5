package chainrule.op;

import chainrule.kernel.Kernel;

/** Binds one computation of a node type to buffers. */
@FunctionalInterface
public interface Rule {
    Kernel bind(Binding k);
}
