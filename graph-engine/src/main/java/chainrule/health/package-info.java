/** How well numbers and gradients flow through a graph: norms against bounds, histograms, dead and saturated units, time. */
@NullMarked
package chainrule.health;

import org.jspecify.annotations.NullMarked;
