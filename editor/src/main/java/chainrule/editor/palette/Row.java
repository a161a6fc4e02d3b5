package chainrule.editor.palette;

import chainrule.op.NodeType;

/** One line of the palette. */
sealed interface Row {
    /** The shelf that the line belongs to. */
    ShelfId shelf();

    /** The title of a shelf. */
    record Shelf(ShelfId shelf, boolean open, int size) implements Row {}

    /** A node type on a shelf. */
    record Entry(NodeType type, ShelfId shelf, boolean starred) implements Row {
        Entry(NodeType type) {
            this(type, ShelfId.of(type.category()), false);
        }
    }

    /** Several nodes that belong together. */
    record Several(Piece piece) implements Row {
        @Override
        public ShelfId shelf() {
            return ShelfId.PIECES;
        }
    }
}
