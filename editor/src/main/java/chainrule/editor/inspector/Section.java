package chainrule.editor.inspector;

import chainrule.editor.part.Piece;

/** A part of the inspector. */
abstract class Section extends Piece {
    private static final long serialVersionUID = 1;

    Section(String title) {
        super(title);
    }

    /** Shows what is known now. */
    abstract void refresh();
}
