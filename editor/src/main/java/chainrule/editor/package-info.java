/** The window: builds the panels and hands them what they work on. */
@NullMarked
package chainrule.editor;

import org.jspecify.annotations.NullMarked;
