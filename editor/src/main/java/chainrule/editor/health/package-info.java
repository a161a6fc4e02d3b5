/** Health at a glance: how large gradients are along the graph and over time, and what is dead or saturated. */
@NullMarked
package chainrule.editor.health;

import org.jspecify.annotations.NullMarked;
