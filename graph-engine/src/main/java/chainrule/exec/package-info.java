/** The compiled plan, its steps, and the workspace that runs them. */
@NullMarked
package chainrule.exec;

import org.jspecify.annotations.NullMarked;
