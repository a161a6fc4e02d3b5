/** Losses. */
@NullMarked
package chainrule.op.loss;

import org.jspecify.annotations.NullMarked;
