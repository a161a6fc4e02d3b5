/** Where boxes with lines between them should lie; knows neither the screen nor the document. */
@NullMarked
package chainrule.editor.layout;

import org.jspecify.annotations.NullMarked;
