/** What is going on beside the document: evaluation, selection, stepping. */
@NullMarked
package chainrule.editor.session;

import org.jspecify.annotations.NullMarked;
