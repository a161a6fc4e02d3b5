/** What is stopped at and what is kept in sight: breakpoints, conditions and watches. */
@NullMarked
package chainrule.editor.watch;

import org.jspecify.annotations.NullMarked;
