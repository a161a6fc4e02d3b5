/** What is selected, in words and numbers: settings to edit, the formulas of both passes, help. */
@NullMarked
package chainrule.editor.inspector;

import org.jspecify.annotations.NullMarked;
