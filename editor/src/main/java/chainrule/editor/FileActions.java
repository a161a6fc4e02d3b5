package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.file.AutoSaving;
import chainrule.editor.file.Filing;
import chainrule.language.Phrases;
import java.util.Optional;
import java.util.prefs.Preferences;

/** New, open, save, close and quit. */
final class FileActions {
    private static final Phrases WORDS = Phrases.of(FileActions.class);

    private FileActions() {}

    static void addTo(Actions actions, Filing filing, TabHost host, Preferences preferences, AutoSaving saving) {
        Reopening reopening = new Reopening(preferences);
        actions.add(EditorAction.of("file.reopen", WORDS.text("file.reopen"), reopening::change))
                .chosenWhen(reopening::isWanted);
        actions.add(EditorAction.of("file.autosave", WORDS.text("file.autosave"), saving::change))
                .chosenWhen(saving::isWanted);
        actions.add(EditorAction.of("file.new", WORDS.text("file.new"), host::begin))
                .keys(Scope.WINDOW, "menu N", "menu T");
        actions.add(EditorAction.of("file.newWindow", WORDS.text("file.newWindow"), host::openWindow))
                .keys(Scope.WINDOW, "menu shift N");
        actions.add(EditorAction.of("file.open", WORDS.text("file.open"), host::open))
                .keys(Scope.WINDOW, "menu O");
        actions.add(EditorAction.of("file.save", WORDS.text("file.save"), filing::save))
                .keys(Scope.WINDOW, "menu S");
        actions.add(EditorAction.of("file.saveAs", WORDS.text("file.saveAs"), filing::saveAs))
                .keys(Scope.WINDOW, "menu shift S");
        actions.add(EditorAction.of("file.close", WORDS.text("file.close"), host::close))
                .keys(Scope.WINDOW, "menu W");
        actions.add(EditorAction.of("file.quit", WORDS.text("file.quit"), host::quit))
                .keys(Scope.WINDOW, "menu Q");
        actions.add(EditorAction.of("file.forget", WORDS.text("file.forget"), filing.recent()::clear))
                .unless(() -> filing.recent().isClear() ? Optional.of(WORDS.text("file.noneYet")) : Optional.empty());
    }
}
