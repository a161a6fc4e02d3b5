/** One record per edit. */
@NullMarked
package chainrule.editor.document.command;

import org.jspecify.annotations.NullMarked;
