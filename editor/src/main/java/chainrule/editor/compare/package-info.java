/** Two graphs beside each other in lock step: stepped and trained together, with what differs marked. */
@NullMarked
package chainrule.editor.compare;

import org.jspecify.annotations.NullMarked;
