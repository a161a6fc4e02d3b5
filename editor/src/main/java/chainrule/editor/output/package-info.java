/** What leaves the window: pictures as files and on the clipboard, and pages on paper. */
@NullMarked
package chainrule.editor.output;

import org.jspecify.annotations.NullMarked;
