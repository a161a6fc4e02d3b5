/** A graph file under edit: commands as functions, undo by keeping documents. */
@NullMarked
package chainrule.editor.document;

import org.jspecify.annotations.NullMarked;
