/** Ready graphs, each with a layout, a note and the values that it must give. */
@NullMarked
package chainrule.presets;

import org.jspecify.annotations.NullMarked;
