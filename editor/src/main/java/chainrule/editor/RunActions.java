package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.document.command.ChoosePrecision;
import chainrule.editor.session.Evaluation;
import chainrule.editor.session.Workbench;
import chainrule.tensor.Precision;
import java.util.Optional;

/** Running again, going to a node's step, and how exactly numbers are kept. */
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
        actions.add(EditorAction.of("run.to", "Go to the selected node", () -> bench.selection()
                        .onlyNode()
                        .ifPresent(bench.stepper()::goTo)))
                .keys(Scope.WINDOW, "menu F7")
                .unless(() -> bench.selection().onlyNode().isPresent()
                        ? Optional.empty()
                        : Optional.of("Select one node to go to its step."));
        addPrecision(actions, bench, Precision.DOUBLE, "Double precision (64 bits)");
        addPrecision(actions, bench, Precision.FLOAT, "Single precision (32 bits)");
    }

    private static void addPrecision(Actions actions, Workbench bench, Precision precision, String name) {
        String id = "run." + precision.name().toLowerCase(java.util.Locale.ROOT);
        actions.add(EditorAction.of(id, name, () -> bench.history().perform(new ChoosePrecision(precision))))
                .chosenWhen(() -> bench.history().document().precision() == precision);
    }
}
