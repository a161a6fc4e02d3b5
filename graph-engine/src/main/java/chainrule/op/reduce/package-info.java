/** Reductions along axes. */
@NullMarked
package chainrule.op.reduce;

import org.jspecify.annotations.NullMarked;
