package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.document.command.ChoosePrecision;
import chainrule.editor.session.Evaluation;
import chainrule.editor.session.Selection;
import chainrule.editor.session.Workbench;
import chainrule.tensor.Precision;
import java.util.Optional;

/** Running again, going to the step of a node or an edge, and how exactly numbers are kept. */
final class RunActions {
    private RunActions() {}

    static void addTo(Actions actions, Workbench bench) {
        actions.add(EditorAction.of("run.again", "Run again", bench.evaluator()::evaluate))
                .keys(Scope.WINDOW, "menu ENTER");
        actions.add(EditorAction.of("run.cancel", "Cancel the pass", bench.evaluator()::cancel))
                .keys(Scope.WINDOW, "menu alt ENTER")
                .unless(() -> bench.evaluator().current().state() == Evaluation.State.RUNNING
                        ? Optional.empty()
                        : Optional.of("Nothing is being computed now."));
        addGoing(actions, bench);
        addPrecision(actions, bench, Precision.DOUBLE, "Double precision (64 bits)");
        addPrecision(actions, bench, Precision.FLOAT, "Single precision (32 bits)");
    }

    private static void addGoing(Actions actions, Workbench bench) {
        Selection selection = bench.selection();
        actions.add(EditorAction.of("run.to", "Go to the selected node", () -> {
                    selection.onlyNode().ifPresent(bench.stepper()::goTo);
                    selection.onlyEdge().ifPresent(bench.stepper()::goTo);
                }))
                .keys(Scope.WINDOW, "menu F7")
                .named(() -> selection.onlyEdge().isPresent() ? "Go to the selected edge" : "Go to the selected node")
                .unless(() ->
                        selection.onlyNode().isPresent() || selection.onlyEdge().isPresent()
                                ? Optional.empty()
                                : Optional.of("Select one node or one edge to go to its step."));
    }

    private static void addPrecision(Actions actions, Workbench bench, Precision precision, String name) {
        String id = "run." + precision.name().toLowerCase(java.util.Locale.ROOT);
        actions.add(EditorAction.of(id, name, () -> bench.history().perform(new ChoosePrecision(precision))))
                .chosenWhen(() -> bench.history().document().precision() == precision);
    }
}
