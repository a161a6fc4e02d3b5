package chainrule.editor.canvas;

import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;

/** What lies under the pointer. */
sealed interface Hit {
    /** A card. */
    record OnNode(NodeId node) implements Hit {}

    /** The triangle that folds and unfolds a card's numbers. */
    record OnFold(NodeId node) implements Hit {}

    /** An input port. */
    record OnSlot(Slot slot) implements Hit {}

    /** An output port. */
    record OnSource(Source source) implements Hit {}

    /** An edge, by the slot that it leads into. */
    record OnEdge(Slot slot) implements Hit {}

    /** Empty canvas. */
    record OnNothing() implements Hit {}
}
