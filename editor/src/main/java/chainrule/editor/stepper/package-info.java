/** The panel under the canvas: the pass laid out in time, and the step at the cursor in symbols and numbers. */
@NullMarked
package chainrule.editor.stepper;

import org.jspecify.annotations.NullMarked;
