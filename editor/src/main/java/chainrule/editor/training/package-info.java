/** Training: its settings, its curve, and the actions that run it. */
@NullMarked
package chainrule.editor.training;

import org.jspecify.annotations.NullMarked;
