/** The graph as text beside the canvas, to be read and edited. */
@NullMarked
package chainrule.editor.text;

import org.jspecify.annotations.NullMarked;
