/** The one list of node types. */
@NullMarked
package chainrule.catalog;

import org.jspecify.annotations.NullMarked;
