package chainrule.editor.file;

import chainrule.io.Point;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.prefs.Preferences;

/** Which part of each file was seen last, remembered between starts; not in the file, where it would be a change. */
public final class ViewMemory {
    /** How many files are remembered. */
    static final int MOST = 50;

    private static final String LIST = "views";
    private static final String PREFIX = "view@";

    /**
     * Part of a canvas.
     *
     * @param middle in the graph
     * @param zoom 1 is 100 %
     */
    public record View(Point middle, double zoom) {}

    private final Preferences preferences;

    public ViewMemory(Preferences preferences) {
        this.preferences = preferences;
    }

    public void remember(Path file, View view) {
        String name = name(file);
        List<String> names = new ArrayList<>(names());
        names.remove(name);
        names.add(0, name);
        while (names.size() > MOST) {
            preferences.remove(PREFIX + names.remove(names.size() - 1));
        }
        preferences.put(LIST, String.join(" ", names));
        preferences.put(PREFIX + name, view.middle().x() + " " + view.middle().y() + " " + view.zoom());
    }

    public Optional<View> of(Path file) {
        String[] parts = preferences.get(PREFIX + name(file), "").split(" ", -1);
        try {
            return parts.length == 3
                    ? Optional.of(new View(
                            new Point(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])),
                            Double.parseDouble(parts[2])))
                    : Optional.empty();
        } catch (NumberFormatException broken) {
            return Optional.empty();
        }
    }

    private List<String> names() {
        String list = preferences.get(LIST, "");
        return list.isEmpty() ? List.of() : List.of(list.split(" ", -1));
    }

    private static String name(Path file) {
        return Integer.toHexString(file.toAbsolutePath().normalize().toString().hashCode());
    }
}
