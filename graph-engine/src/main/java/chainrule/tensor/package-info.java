/** Shapes and frozen values: what may leave the engine. */
@NullMarked
package chainrule.tensor;

import org.jspecify.annotations.NullMarked;
