package chainrule.editor.palette;

import chainrule.op.Category;
import chainrule.op.NodeType;

/** One line of the palette. */
sealed interface Row {
    /** The shelf that the line belongs to. */
    Category category();

    /** The title of a shelf. */
    record Shelf(Category category, boolean open, int size) implements Row {}

    /** A node type on a shelf. */
    record Entry(NodeType type) implements Row {
        @Override
        public Category category() {
            return type.category();
        }
    }
}
