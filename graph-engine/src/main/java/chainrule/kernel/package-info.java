/** Buffers over ND4J memory and a small vocabulary of bound kernels. The only package that imports ND4J. */
@NullMarked
package chainrule.kernel;

import org.jspecify.annotations.NullMarked;
