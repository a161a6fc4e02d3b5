/** Nodes that are made of others: how they are opened into a flat graph, and the types that are nothing but parts. */
@NullMarked
package chainrule.block;

import org.jspecify.annotations.NullMarked;
