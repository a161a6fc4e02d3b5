/** What encoders and decoders add to their layers. */
@NullMarked
package chainrule.op.encdec;

import org.jspecify.annotations.NullMarked;
