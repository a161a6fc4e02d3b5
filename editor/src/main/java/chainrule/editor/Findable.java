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

    /** Whether each word of a query is in the name, or in the key that it has, in any order. */
    boolean fits(String query) {
        String text = (possible ? name + " " + hint : name).toLowerCase(Locale.ROOT);
        return Stream.of(plain(query).split("\\s+", 0)).allMatch(text::contains);
    }

    /** How far the name is from a query that it fits: 0 is the same, 1 begins with it, 2 has a word that does, 3 has it in. */
    int distance(String query) {
        String text = name.toLowerCase(Locale.ROOT);
        String asked = plain(query);
        if (text.equals(asked)) {
            return 0;
        }
        if (text.startsWith(asked)) {
            return 1;
        }
        return text.contains(" " + asked) ? 2 : text.contains(asked) ? 3 : 4;
    }

    private static String plain(String query) {
        return query.strip().toLowerCase(Locale.ROOT);
    }
}
