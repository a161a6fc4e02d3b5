/** What panels are put together from: a column of text, cards and number grids, all in one type. */
@NullMarked
package chainrule.editor.part;

import org.jspecify.annotations.NullMarked;
