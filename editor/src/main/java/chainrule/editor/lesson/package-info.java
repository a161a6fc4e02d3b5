/** The course beside the graph: pages to read, with links into the graph. */
@NullMarked
package chainrule.editor.lesson;

import org.jspecify.annotations.NullMarked;
