package chainrule.editor.session;

import chainrule.editor.document.History;
import chainrule.op.Catalog;

/** What a panel works on: the node types, the document's history, and what goes on beside it. */
public record Workbench(Catalog catalog, History history, Evaluator evaluator, Selection selection, Stepper stepper) {}
