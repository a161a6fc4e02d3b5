package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.file.Filing;
import chainrule.language.Phrases;
import java.util.Optional;
import java.util.prefs.Preferences;

/** New, open, save, close and quit. */
final class FileActions {
    private static final Phrases WORDS = Phrases.of(FileActions.class);

    private FileActions() {}

    static void addTo(Actions actions, Filing filing, TabHost host, Preferences preferences) {
        Reopening reopening = new Reopening(preferences);
        actions.add(EditorAction.of("file.reopen", WORDS.text("file.reopen"), reopening::change))
                .chosenWhen(reopening::isWanted);
        actions.add(EditorAction.of("file.new", "New", host::begin)).keys(Scope.WINDOW, "menu N", "menu T");
        actions.add(EditorAction.of("file.newWindow", "New window", host::openWindow))
                .keys(Scope.WINDOW, "menu shift N");
        actions.add(EditorAction.of("file.open", "Open …", host::open)).keys(Scope.WINDOW, "menu O");
        actions.add(EditorAction.of("file.save", "Save", filing::save)).keys(Scope.WINDOW, "menu S");
        actions.add(EditorAction.of("file.saveAs", "Save as …", filing::saveAs)).keys(Scope.WINDOW, "menu shift S");
        actions.add(EditorAction.of("file.close", "Close", host::close)).keys(Scope.WINDOW, "menu W");
        actions.add(EditorAction.of("file.quit", "Quit", host::quit)).keys(Scope.WINDOW, "menu Q");
        actions.add(EditorAction.of("file.forget", "Clear the list of recent files", filing.recent()::clear))
                .unless(() ->
                        filing.recent().isClear() ? Optional.of("No file has been opened yet.") : Optional.empty());
    }
}
