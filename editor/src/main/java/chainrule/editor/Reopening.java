package chainrule.editor;

import java.util.List;
import java.util.prefs.Preferences;

/** What was open last, and whether a start without files opens it again: the learner's choice, at first yes. */
final class Reopening {
    private static final String WANTED = "reopen";
    private static final String LAST = "last";

    private final Preferences preferences;

    Reopening(Preferences preferences) {
        this.preferences = preferences;
    }

    boolean isWanted() {
        return preferences.getBoolean(WANTED, true);
    }

    void change() {
        preferences.putBoolean(WANTED, !isWanted());
    }

    /** Paths and presets to open; none where that is not wanted. */
    List<String> documents() {
        return isWanted() ? preferences.get(LAST, "").lines().toList() : List.of();
    }

    /** Remembers paths and presets, as many as there is room for; no documents leave what was remembered. */
    void remember(List<String> documents) {
        StringBuilder last = new StringBuilder();
        for (String name : documents) {
            if (last.length() + name.length() < Preferences.MAX_VALUE_LENGTH) {
                last.append(name).append('\n');
            }
        }
        if (last.length() > 0) {
            preferences.put(LAST, last.toString());
        }
    }
}
