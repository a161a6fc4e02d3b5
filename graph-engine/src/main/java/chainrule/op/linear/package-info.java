/** Products of vectors and matrices. */
@NullMarked
package chainrule.op.linear;

import org.jspecify.annotations.NullMarked;
