package chainrule.editor.file;

import chainrule.io.Point;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.prefs.Preferences;

/**
 * Which part of each file was seen last and which parts have bookmarks, remembered between starts; not in the file, where
 * it would be a change.
 */
public final class ViewMemory {
    /** How many files are remembered. */
    static final int MOST = 50;

    private static final String LIST = "views";
    private static final String PREFIX = "view@";
    private static final String MARKS = "marks@";

    /**
     * Part of a canvas.
     *
     * @param middle in the graph
     * @param zoom 1 is 100 %
     */
    public record View(Point middle, double zoom) {}

    /**
     * A bookmark.
     *
     * @param inside the path of the opened node that it is in, or empty
     */
    public record Mark(View view, String inside) {}

    private final Preferences preferences;

    public ViewMemory(Preferences preferences) {
        this.preferences = preferences;
    }

    public void remember(Path file, View view) {
        preferences.put(PREFIX + first(file), written(view));
    }

    /** Remembers the bookmarks of a file by their numbers. */
    public void rememberMarks(Path file, Map<Integer, Mark> marks) {
        String name = first(file);
        if (marks.isEmpty()) {
            preferences.remove(MARKS + name);
            return;
        }
        List<String> lines = new ArrayList<>();
        marks.forEach((number, mark) -> lines.add(number + " " + written(mark.view()) + " " + mark.inside()));
        preferences.put(MARKS + name, String.join("\n", lines));
    }

    public Optional<View> of(Path file) {
        return view(preferences.get(PREFIX + name(file), "").split(" ", -1), 0);
    }

    /** The bookmarks of a file by their numbers. */
    public Map<Integer, Mark> marks(Path file) {
        Map<Integer, Mark> marks = new LinkedHashMap<>();
        preferences.get(MARKS + name(file), "").lines().forEach(line -> {
            String[] parts = line.split(" ", -1);
            if (parts.length == 5 && parts[0].matches("[1-9]")) {
                view(parts, 1).ifPresent(view -> marks.put(Integer.valueOf(parts[0]), new Mark(view, parts[4])));
            }
        });
        return marks;
    }

    private static String written(View view) {
        return view.middle().x() + " " + view.middle().y() + " " + view.zoom();
    }

    private static Optional<View> view(String[] parts, int from) {
        try {
            return parts.length >= from + 3
                    ? Optional.of(new View(
                            new Point(Double.parseDouble(parts[from]), Double.parseDouble(parts[from + 1])),
                            Double.parseDouble(parts[from + 2])))
                    : Optional.empty();
        } catch (NumberFormatException broken) {
            return Optional.empty();
        }
    }

    /** The name of a file, which is now the first in the list of those that are remembered. */
    private String first(Path file) {
        String name = name(file);
        List<String> names = new ArrayList<>(names());
        names.remove(name);
        names.add(0, name);
        while (names.size() > MOST) {
            String forgotten = names.remove(names.size() - 1);
            preferences.remove(PREFIX + forgotten);
            preferences.remove(MARKS + forgotten);
        }
        preferences.put(LIST, String.join(" ", names));
        return name;
    }

    private List<String> names() {
        String list = preferences.get(LIST, "");
        return list.isEmpty() ? List.of() : List.of(list.split(" ", -1));
    }

    private static String name(Path file) {
        return Integer.toHexString(file.toAbsolutePath().normalize().toString().hashCode());
    }
}
