package chainrule.editor.session;

import chainrule.editor.document.History;
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
}
