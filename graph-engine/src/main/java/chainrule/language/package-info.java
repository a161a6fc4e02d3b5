/** The languages that a learner can read, and where the words of a package are found in them. */
@NullMarked
package chainrule.language;

import org.jspecify.annotations.NullMarked;
