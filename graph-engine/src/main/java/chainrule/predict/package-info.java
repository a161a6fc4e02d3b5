/** Questions about the next step of a pass, and what a wrong answer to one shows: the usual mistakes, recognised. */
@NullMarked
package chainrule.predict;

import org.jspecify.annotations.NullMarked;
