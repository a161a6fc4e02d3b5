package chainrule.editor.canvas;

import chainrule.graph.Slot;
import chainrule.graph.Source;
import java.awt.Point;
import org.jspecify.annotations.Nullable;

/**
 * The learner asks for a new node.
 *
 * @param component where on the canvas component, for a popup
 * @param at where on the canvas, for the node
 * @param from the output that a dropped wire comes from, or null
 * @param into the slot that a dropped wire leads into, or null
 */
public record AddRequest(Point component, chainrule.io.Point at, @Nullable Source from, @Nullable Slot into) {}
