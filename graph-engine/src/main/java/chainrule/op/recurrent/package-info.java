/** Tokens as numbers, and cells that carry a state from step to step. */
@NullMarked
package chainrule.op.recurrent;

import org.jspecify.annotations.NullMarked;
