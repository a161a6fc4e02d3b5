package chainrule.editor.session;

import chainrule.editor.document.History;
import chainrule.io.OwnBlocks;
import chainrule.op.Catalog;

/**
 * What a panel works on: the node types, the document's history, what goes on beside it, and which part of it is
 * shown.
 */
public record Workbench(
        Catalog catalog, History history, Evaluator evaluator, Selection selection, Stepper stepper, Showing showing) {
    public Workbench(Catalog catalog, History history, Evaluator evaluator, Selection selection, Stepper stepper) {
        this(catalog, history, evaluator, selection, stepper, new Showing(history, evaluator));
    }

    /** The node types that the document can use: those of the catalogue, and the learner's own blocks of its file. */
    public Catalog types() {
        return OwnBlocks.catalog(history.document().file(), catalog);
    }
}
