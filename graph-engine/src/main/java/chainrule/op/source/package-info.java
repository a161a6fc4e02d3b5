/** Nodes without inputs: what the learner sets and what an optimiser changes. */
@NullMarked
package chainrule.op.source;

import org.jspecify.annotations.NullMarked;
