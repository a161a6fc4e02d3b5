package chainrule.editor.file;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where this system keeps what a program remembers between two starts. */
public final class StateFolder {
    private static final String NAME = "chainrule";

    private StateFolder() {}

    /** The folder of this account; it may not be there yet. */
    public static Path ofThisAccount() {
        return of(System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv());
    }

    static Path of(String system, String home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return local.isBlank() ? Path.of(home, "AppData", "Local", NAME) : Path.of(local, NAME);
        }
        if (name.startsWith("mac")) {
            return Path.of(home, "Library", "Application Support", NAME);
        }
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        return state.startsWith("/") ? Path.of(state, NAME) : Path.of(home, ".local", "state", NAME);
    }
}
