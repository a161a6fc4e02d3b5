/** Times engines side by side: each in a process of its own, in alternating rounds, on the same numbers. */
@NullMarked
package chainrule.benchmark;

import org.jspecify.annotations.NullMarked;
