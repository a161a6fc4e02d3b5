package chainrule.editor.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.prefs.Preferences;

/** The files that were opened or saved last, the latest first. */
public final class RecentFiles {
    /** How many are remembered. */
    public static final int MOST = 10;

    private final Preferences preferences;

    public RecentFiles(Preferences preferences) {
        this.preferences = preferences;
    }

    public List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            String text = preferences.get(key(i), "");
            try {
                if (!text.isEmpty()) {
                    paths.add(Path.of(text));
                }
            } catch (InvalidPathException written) {
                preferences.remove(key(i));
            }
        }
        return paths;
    }

    public void add(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        List<Path> paths = new ArrayList<>(paths());
        paths.remove(absolute);
        paths.add(0, absolute);
        store(paths);
    }

    public void remove(Path path) {
        List<Path> paths = new ArrayList<>(paths());
        paths.remove(path);
        store(paths);
    }

    public void clear() {
        store(List.of());
    }

    /** A path too long for the preferences is left out. */
    private void store(List<Path> paths) {
        for (int i = 0; i < MOST; i++) {
            String text = i < paths.size() ? paths.get(i).toString() : "";
            if (text.isEmpty() || text.length() > Preferences.MAX_VALUE_LENGTH) {
                preferences.remove(key(i));
            } else {
                preferences.put(key(i), text);
            }
        }
    }

    private static String key(int index) {
        return "recent." + index;
    }
}
