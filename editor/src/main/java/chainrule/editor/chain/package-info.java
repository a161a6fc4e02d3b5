/** The chain rule at one edge: its factors, its fan-out, and all paths from a parameter to the root. */
@NullMarked
package chainrule.editor.chain;

import org.jspecify.annotations.NullMarked;
