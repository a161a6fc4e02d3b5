/** Where new nodes come from: the shelves at the side, and the search at the cursor. */
@NullMarked
package chainrule.editor.palette;

import org.jspecify.annotations.NullMarked;
