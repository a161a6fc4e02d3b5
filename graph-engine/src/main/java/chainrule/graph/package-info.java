/** The immutable graph that the learner edits, and its validation. */
@NullMarked
package chainrule.graph;

import org.jspecify.annotations.NullMarked;
