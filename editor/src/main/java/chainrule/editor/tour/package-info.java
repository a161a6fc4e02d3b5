/** A first tour of the window: steps that watch what the learner does. */
@NullMarked
package chainrule.editor.tour;

import org.jspecify.annotations.NullMarked;
