package chainrule.editor.output;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.session.TrainingSession;
import chainrule.editor.session.Workbench;
import chainrule.language.Phrases;
import java.util.Optional;
import java.util.function.Supplier;

/** Exporting, copying and printing what the canvas shows. */
public final class OutputActions {
    private static final Phrases WORDS = Phrases.of(OutputActions.class);

    private OutputActions() {}

    /**
     * Adds the actions.
     *
     * @param training of the document
     */
    public static void addTo(
            Actions actions, Workbench bench, GraphCanvas canvas, TrainingSession training, Desk desk) {
        Pictures pictures = new Pictures(bench, canvas, desk);
        Films films = new Films(new FilmSource(bench, training), canvas, desk);
        Printing printing = new Printing(canvas, desk, Printer.ofSystem());
        Supplier<Optional<String>> empty =
                () -> bench.showing().document().graph().nodes().isEmpty()
                        ? Optional.of(WORDS.text("output.nothing"))
                        : Optional.empty();
        actions.add(EditorAction.of("file.export", WORDS.text("file.export"), pictures::ask))
                .keys(Scope.WINDOW, "menu E")
                .unless(empty);
        actions.add(EditorAction.of("file.film", WORDS.text("film.action"), films::ask))
                .keys(Scope.WINDOW, "menu alt E")
                .unless(() ->
                        bench.stepper().cursor().isEmpty() ? Optional.of(WORDS.text("film.noPass")) : Optional.empty());
        actions.add(EditorAction.of("edit.copyImage", WORDS.text("edit.copyImage"), pictures::copy))
                .keys(Scope.WINDOW, "menu alt C")
                .unless(empty);
        actions.add(EditorAction.of("file.print", WORDS.text("file.print"), printing::ask))
                .keys(Scope.WINDOW, "menu P")
                .unless(empty);
    }
}
