/** Chainrule's engine as it is timed. */
@NullMarked
package chainrule.benchmark.engine;

import org.jspecify.annotations.NullMarked;
