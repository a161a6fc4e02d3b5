/** Pictures of graphs as files and on paper: pixels, SVG, PDF, pages. */
@NullMarked
package chainrule.editor.picture;

import org.jspecify.annotations.NullMarked;
