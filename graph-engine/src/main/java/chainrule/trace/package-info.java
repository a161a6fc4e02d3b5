/** An immutable recording of what each step wrote, and a cursor over it. */
@NullMarked
package chainrule.trace;

import org.jspecify.annotations.NullMarked;
