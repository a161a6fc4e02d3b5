package chainrule.editor.canvas;

import chainrule.editor.document.RemarkId;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import java.awt.Cursor;

/** A thing of the canvas: what lies under the pointer, or what the keyboard has reached. */
public sealed interface Hit {
    /** The pointer over it, as a constant of {@link Cursor}. */
    default int cursor() {
        return Cursor.DEFAULT_CURSOR;
    }

    /** A card. */
    record OnNode(NodeId node) implements Hit {}

    /** The triangle that folds and unfolds a card's numbers. */
    record OnFold(NodeId node) implements Hit {
        @Override
        public int cursor() {
            return Cursor.HAND_CURSOR;
        }
    }

    /** An input port. */
    record OnSlot(Slot slot) implements Hit {
        @Override
        public int cursor() {
            return Cursor.HAND_CURSOR;
        }
    }

    /** An output port. */
    record OnSource(Source source) implements Hit {
        @Override
        public int cursor() {
            return Cursor.HAND_CURSOR;
        }
    }

    /** An edge, by the slot that it leads into. */
    record OnEdge(Slot slot) implements Hit {}

    /** A reroute point of the edge into a slot, by its index along the way. */
    record OnBend(Slot slot, int index) implements Hit {
        @Override
        public int cursor() {
            return Cursor.MOVE_CURSOR;
        }
    }

    /** A note, or what of a frame can be grabbed: its title and its line. */
    record OnRemark(RemarkId id) implements Hit {}

    /** A side or a corner of a frame or a note: -1 is left or top, 1 right or bottom, 0 neither. */
    record OnBorder(RemarkId id, int across, int down) implements Hit {
        @Override
        public int cursor() {
            int[][] shapes = {
                {Cursor.NW_RESIZE_CURSOR, Cursor.N_RESIZE_CURSOR, Cursor.NE_RESIZE_CURSOR},
                {Cursor.W_RESIZE_CURSOR, Cursor.DEFAULT_CURSOR, Cursor.E_RESIZE_CURSOR},
                {Cursor.SW_RESIZE_CURSOR, Cursor.S_RESIZE_CURSOR, Cursor.SE_RESIZE_CURSOR}
            };
            return shapes[down + 1][across + 1];
        }
    }

    /** Empty canvas. */
    record OnNothing() implements Hit {}
}
