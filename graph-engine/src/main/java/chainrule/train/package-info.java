/** Optimisers and the training loop. */
@NullMarked
package chainrule.train;

import org.jspecify.annotations.NullMarked;
