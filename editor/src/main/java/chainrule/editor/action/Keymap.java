package chainrule.editor.action;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import java.util.stream.Collectors;
import javax.swing.KeyStroke;

/** The keys that the learner gave to actions, remembered between starts; the other actions have those they came with. */
public final class Keymap {
    private static final String PREFIX = "keys.";
    private static final String BETWEEN = ", ";

    private final Preferences preferences;

    public Keymap(Preferences preferences) {
        this.preferences = preferences;
    }

    /** The chosen keys of an action, perhaps none; empty where nothing was chosen. */
    public Optional<List<KeyStroke>> of(String id) {
        String words = preferences.get(PREFIX + id, null);
        return words == null
                ? Optional.empty()
                : Optional.of(Arrays.stream(words.split(BETWEEN))
                        .map(KeyStroke::getKeyStroke)
                        .filter(Objects::nonNull)
                        .toList());
    }

    public void choose(String id, List<KeyStroke> keys) {
        preferences.put(PREFIX + id, keys.stream().map(KeyStroke::toString).collect(Collectors.joining(BETWEEN)));
    }

    /** Back to the keys that an action came with. */
    public void reset(String id) {
        preferences.remove(PREFIX + id);
    }

    /** Back to the keys that all actions came with. */
    public void resetAll() {
        try {
            for (String key : preferences.keys()) {
                if (key.startsWith(PREFIX)) {
                    preferences.remove(key);
                }
            }
        } catch (BackingStoreException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }
}
