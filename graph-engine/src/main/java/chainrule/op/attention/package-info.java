/** Attention: every position asks all others and blends what they hold. */
@NullMarked
package chainrule.op.attention;

import org.jspecify.annotations.NullMarked;
