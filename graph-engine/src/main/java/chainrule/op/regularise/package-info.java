/** Penalties on weights, layers that bring numbers to a common scale, and dropout. */
@NullMarked
package chainrule.op.regularise;

import org.jspecify.annotations.NullMarked;
