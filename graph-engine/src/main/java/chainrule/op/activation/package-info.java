/** Activation functions. */
@NullMarked
package chainrule.op.activation;

import org.jspecify.annotations.NullMarked;
