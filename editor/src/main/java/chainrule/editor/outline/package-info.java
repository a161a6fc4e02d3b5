/** The nodes of the graph as a list. */
@NullMarked
package chainrule.editor.outline;

import org.jspecify.annotations.NullMarked;
