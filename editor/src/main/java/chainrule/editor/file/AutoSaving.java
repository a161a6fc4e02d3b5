package chainrule.editor.file;

import chainrule.editor.document.History;
import java.util.prefs.Preferences;
import javax.swing.Timer;

/**
 * Saves a document to its file a little after each change, where the learner wants that; at first nobody does. A document
 * that has no file yet is left alone. Used on the event thread.
 */
public final class AutoSaving {
    private static final String WANTED = "autosave";

    private final Preferences preferences;
    private final Filing filing;
    private final History history;
    private final Timer pause;

    /**
     * @param millis how long after the last change
     */
    public AutoSaving(Preferences preferences, Filing filing, History history, int millis) {
        this.preferences = preferences;
        this.filing = filing;
        this.history = history;
        pause = new Timer(millis, tick -> save());
        pause.setRepeats(false);
        history.onChange(this::changed);
    }

    public boolean isWanted() {
        return preferences.getBoolean(WANTED, false);
    }

    /** Begins or ends it, for all documents. */
    public void change() {
        preferences.putBoolean(WANTED, !isWanted());
        changed();
    }

    /** The document is closed. */
    public void close() {
        pause.stop();
    }

    private void changed() {
        if (isWanted() && history.dirty()) {
            pause.restart();
        }
    }

    private void save() {
        if (isWanted() && history.dirty() && filing.origin() instanceof Origin.OnDisk) {
            filing.save();
        }
    }
}
