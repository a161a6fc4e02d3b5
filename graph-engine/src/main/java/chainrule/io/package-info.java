/** The graph file: reading, writing, and what it holds beside the graph. */
@NullMarked
package chainrule.io;

import org.jspecify.annotations.NullMarked;
