package chainrule.editor;

import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Keys;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Something that can be found and done by typing its name.
 *
 * @param hint its key, or why it cannot be done now
 * @param possible whether it can be done now
 */
record Findable(String name, String hint, boolean possible, Runnable deed) {
    static Findable of(EditorAction action) {
        String key = action.keys().isEmpty() ? "" : Keys.text(action.keys().get(0));
        return new Findable(
                action.name(), action.reason().orElse(key), action.reason().isEmpty(), action::run);
    }

    /** Whether each word of a query is in the name, in any order. */
    boolean fits(String query) {
        String text = name.toLowerCase(Locale.ROOT);
        return Stream.of(query.strip().toLowerCase(Locale.ROOT).split("\\s+", 0))
                .allMatch(text::contains);
    }
}
