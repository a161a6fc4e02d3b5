package chainrule.editor.session;

import chainrule.editor.document.Border;
import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.io.OwnBlocks;
import chainrule.op.Catalog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a panel works on: the node types, the document's history, what goes on beside it, which part of it is
 * shown, what is stopped at, and what needs attention.
 */
public record Workbench(
        Catalog catalog,
        History history,
        Evaluator evaluator,
        Selection selection,
        Stepper stepper,
        Showing showing,
        Breaks breaks,
        Vitals vitals) {
    public Workbench(Catalog catalog, History history, Evaluator evaluator, Selection selection, Stepper stepper) {
        this(
                catalog,
                history,
                evaluator,
                selection,
                stepper,
                new Showing(history, evaluator, catalog),
                Breaks.of(history),
                new Vitals(stepper));
    }

    /** What is shown and edited: the document, or the inside of a node drawn as one. */
    public Document document() {
        return showing.document();
    }

    /** Edits what is shown. */
    public void perform(Command command) {
        showing.perform(command);
    }

    /** Edits what is shown, as part of a gesture. */
    public void perform(Command command, @Nullable Object gesture) {
        showing.perform(command, gesture);
    }

    /**
     * The node types that can stand in the graph that is shown: those of the catalogue, the learner's own blocks, and
     * inside one of these an input and an output of it.
     */
    public Catalog types() {
        Catalog types = OwnBlocks.catalog(history.document().file(), catalog);
        return showing.shown().edited() == null ? types : types.with(List.of(Border.INPUT, Border.OUTPUT));
    }
}
