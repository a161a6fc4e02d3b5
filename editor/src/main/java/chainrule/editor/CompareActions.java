package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.compare.Comparing;
import chainrule.editor.compare.Second;
import chainrule.editor.compare.Track;
import chainrule.editor.compare.Variant;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.file.Filing;
import chainrule.io.FileProblem;
import chainrule.language.Phrases;
import java.awt.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Putting another graph beside the document's: an open document, a copy of this one, a preset, or a file. */
final class CompareActions {
    private static final Phrases WORDS = Phrases.of(CompareActions.class);
    private static final int ASIDE = 24;

    private final Surroundings around;
    private final TabHost host;
    private final CanvasPane pane;
    private final Filing filing;
    private final History history;
    private final Comparing comparing;
    private Runnable changed = () -> {};

    private CompareActions(Track here, Surroundings around, TabHost host, CanvasPane pane, Filing filing) {
        this.around = around;
        this.host = host;
        this.pane = pane;
        this.filing = filing;
        this.history = here.bench().history();
        this.comparing = new Comparing(here, around.engine(), pane.canvas(), other -> {
            pane.beside(other);
            changed.run();
        });
    }

    /**
     * @param here the document at work
     * @param pane where the other graph is put
     */
    static CompareActions of(Track here, Surroundings around, TabHost host, CanvasPane pane, Filing filing) {
        return new CompareActions(here, around, host, pane, filing);
    }

    /** Frees the engine's memory; for a document that is closed. */
    void close() {
        comparing.end();
    }

    void addTo(Actions actions) {
        changed = actions::refresh;
        actions.add(EditorAction.of("view.compare", WORDS.text("compare.with"), this::ask))
                .keys(Scope.WINDOW, "menu alt D")
                .unless(() -> history.document().graph().nodes().isEmpty()
                        ? Optional.of(WORDS.text("compare.nothing"))
                        : Optional.empty());
        actions.add(EditorAction.of("view.compareEnd", WORDS.text("compare.end"), comparing::end))
                .unless(() -> comparing.isOn() ? Optional.empty() : Optional.of(WORDS.text("compare.none")));
    }

    /** Opens the list of what it can be compared with. */
    private void ask() {
        ChoicePopup.open(WORDS.text("compare.with"), all(), pane.keyboard(), new Point(ASIDE, ASIDE));
    }

    List<Findable> all() {
        List<Findable> all = new ArrayList<>();
        Document here = history.document();
        for (Variant variant : Variant.of(here.file(), around.catalog())) {
            all.add(new Findable(
                    variant.name(),
                    "",
                    true,
                    () -> comparing.with(Second.variant(history, variant.name(), variant.change()))));
        }
        String copy = WORDS.text("compare.copy");
        all.add(new Findable(
                copy, WORDS.text("compare.copyMeans"), true, () -> comparing.with(Second.copy(here, copy))));
        host.documents().forEach((title, other) -> {
            if (other != history) {
                all.add(new Findable(
                        title, WORDS.text("compare.open"), true, () -> comparing.with(Second.of(other, title))));
            }
        });
        all.add(new Findable(WORDS.text("compare.file"), "", true, this::file));
        around.presets()
                .all()
                .forEach(preset -> all.add(new Findable(
                        preset.title(), preset.id(), true, () -> comparing.with(Second.fixed(preset.file())))));
        return all;
    }

    private void file() {
        filing.fileToOpen().ifPresent(path -> {
            try {
                comparing.with(Second.fixed(around.storage().read(path)));
            } catch (FileProblem problem) {
                host.tell(problem.sentence());
            }
        });
    }
}
