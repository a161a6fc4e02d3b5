/** The canvas: paints the graph with its numbers and turns gestures into commands. The only package that knows JGraphX. */
@NullMarked
package chainrule.editor.canvas;

import org.jspecify.annotations.NullMarked;
