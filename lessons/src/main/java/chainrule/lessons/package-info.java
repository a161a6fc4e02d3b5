/** The course: lessons, their pages, and how the text of a page is read. */
@NullMarked
package chainrule.lessons;

import org.jspecify.annotations.NullMarked;
