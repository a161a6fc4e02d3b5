/** Penalties on weights, and layers that bring numbers to a common scale. */
@NullMarked
package chainrule.op.regularise;

import org.jspecify.annotations.NullMarked;
