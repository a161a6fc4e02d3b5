/** Reshaping, joining and cutting. */
@NullMarked
package chainrule.op.shape;

import org.jspecify.annotations.NullMarked;
