/** Element-wise arithmetic with broadcasting. */
@NullMarked
package chainrule.op.arithmetic;

import org.jspecify.annotations.NullMarked;
