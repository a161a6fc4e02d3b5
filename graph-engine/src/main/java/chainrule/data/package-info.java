/** Generated data sets; their draw order is part of the file contract. */
@NullMarked
package chainrule.data;

import org.jspecify.annotations.NullMarked;
