/** What can be done, once each: menus, buttons and keys are made from the same actions. */
@NullMarked
package chainrule.editor.action;

import org.jspecify.annotations.NullMarked;
