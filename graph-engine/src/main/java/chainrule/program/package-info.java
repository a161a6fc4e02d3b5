/** A graph as a short program, one line for each node, to be read and to be written. */
@NullMarked
package chainrule.program;

import org.jspecify.annotations.NullMarked;
