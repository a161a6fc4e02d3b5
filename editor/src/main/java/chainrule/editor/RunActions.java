package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.document.command.ChoosePrecision;
import chainrule.editor.session.Evaluation;
import chainrule.editor.session.Selection;
import chainrule.editor.session.Workbench;
import chainrule.language.Phrases;
import chainrule.tensor.Precision;
import java.util.Optional;

/** Running again, going to the step of a node or an edge, and how exactly numbers are kept. */
final class RunActions {
    private static final Phrases WORDS = Phrases.of(RunActions.class);

    private RunActions() {}

    static void addTo(Actions actions, Workbench bench) {
        actions.add(EditorAction.of("run.again", WORDS.text("run.again"), bench.evaluator()::evaluate))
                .keys(Scope.WINDOW, "menu ENTER");
        actions.add(EditorAction.of("run.cancel", WORDS.text("run.cancel"), bench.evaluator()::cancel))
                .keys(Scope.WINDOW, "menu alt ENTER")
                .unless(() -> bench.evaluator().current().state() == Evaluation.State.RUNNING
                        ? Optional.empty()
                        : Optional.of(WORDS.text("run.idle")));
        addGoing(actions, bench);
        addPrecision(actions, bench, Precision.DOUBLE, WORDS.text("run.double"));
        addPrecision(actions, bench, Precision.FLOAT, WORDS.text("run.float"));
    }

    private static void addGoing(Actions actions, Workbench bench) {
        Selection selection = bench.selection();
        actions.add(EditorAction.of("run.to", WORDS.text("run.to"), () -> {
                    selection.onlyNode().ifPresent(bench.stepper()::goTo);
                    selection.onlyEdge().ifPresent(bench.stepper()::goTo);
                }))
                .keys(Scope.WINDOW, "menu F7")
                .named(() -> selection.onlyEdge().isPresent() ? WORDS.text("run.to.edge") : WORDS.text("run.to"))
                .unless(() ->
                        selection.onlyNode().isPresent() || selection.onlyEdge().isPresent()
                                ? Optional.empty()
                                : Optional.of(WORDS.text("run.to.one")));
    }

    private static void addPrecision(Actions actions, Workbench bench, Precision precision, String name) {
        String id = "run." + precision.name().toLowerCase(java.util.Locale.ROOT);
        actions.add(EditorAction.of(id, name, () -> bench.history().perform(new ChoosePrecision(precision))))
                .chosenWhen(() -> bench.history().document().precision() == precision);
    }
}
