/** The numerical gradient check, used by the tests and by the learner. */
@NullMarked
package chainrule.check;

import org.jspecify.annotations.NullMarked;
