/** Convolution and pooling: the same small function at every place of an image or a sequence. */
@NullMarked
package chainrule.op.conv;

import org.jspecify.annotations.NullMarked;
