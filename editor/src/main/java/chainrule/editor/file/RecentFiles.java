package chainrule.editor.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.prefs.Preferences;

/** The files that were opened or saved last, the latest first; those that the learner pinned stay before them. */
public final class RecentFiles {
    /** How many are remembered, and how many can be pinned. */
    public static final int MOST = 10;

    private static final String RECENT = "recent.";
    private static final String PINNED = "pinned.";

    private final Preferences preferences;

    public RecentFiles(Preferences preferences) {
        this.preferences = preferences;
    }

    /** Those that are pinned, then the others. */
    public List<Path> paths() {
        List<Path> paths = new ArrayList<>(read(PINNED));
        read(RECENT).stream().filter(path -> !paths.contains(path)).forEach(paths::add);
        return paths;
    }

    public void add(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (!isPinned(absolute)) {
            List<Path> paths = read(RECENT);
            paths.remove(absolute);
            paths.add(0, absolute);
            store(RECENT, paths);
        }
    }

    public void remove(Path path) {
        for (String list : List.of(RECENT, PINNED)) {
            List<Path> paths = read(list);
            paths.remove(path);
            store(list, paths);
        }
    }

    public boolean isPinned(Path path) {
        return read(PINNED).contains(path);
    }

    /** Keeps a file in the list until it is let go of, or lets go of it. */
    public void pin(Path path, boolean keep) {
        remove(path);
        List<Path> paths = read(keep ? PINNED : RECENT);
        paths.add(keep ? paths.size() : 0, path);
        store(keep ? PINNED : RECENT, paths);
    }

    /** Whether there is anything that clearing takes away. */
    public boolean isClear() {
        return read(RECENT).isEmpty();
    }

    /** Forgets all but the pinned ones. */
    public void clear() {
        store(RECENT, List.of());
    }

    private List<Path> read(String list) {
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            String text = preferences.get(list + i, "");
            try {
                if (!text.isEmpty()) {
                    paths.add(Path.of(text));
                }
            } catch (InvalidPathException written) {
                preferences.remove(list + i);
            }
        }
        return paths;
    }

    /** A path too long for the preferences is left out. */
    private void store(String list, List<Path> paths) {
        for (int i = 0; i < MOST; i++) {
            String text = i < paths.size() ? paths.get(i).toString() : "";
            if (text.isEmpty() || text.length() > Preferences.MAX_VALUE_LENGTH) {
                preferences.remove(list + i);
            } else {
                preferences.put(list + i, text);
            }
        }
    }
}
