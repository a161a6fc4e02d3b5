/** Where a document lives: opening, saving, recent files, and the questions before anything is lost. */
@NullMarked
package chainrule.editor.file;

import org.jspecify.annotations.NullMarked;
