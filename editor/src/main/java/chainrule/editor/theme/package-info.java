/** Colours, fonts and icons: what the window looks like. */
@NullMarked
package chainrule.editor.theme;

import org.jspecify.annotations.NullMarked;
