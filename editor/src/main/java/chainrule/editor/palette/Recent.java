package chainrule.editor.palette;

import chainrule.op.NodeType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.prefs.Preferences;

/** The node types that were added last, the latest first; remembered between starts. */
final class Recent {
    private static final String KEY = "search.recent";
    private static final String BETWEEN = " ";
    private static final int MOST = 8;

    private final Preferences preferences;

    Recent(Preferences preferences) {
        this.preferences = preferences;
    }

    void add(NodeType type) {
        List<String> ids = new ArrayList<>(ids());
        ids.remove(type.id());
        ids.add(0, type.id());
        preferences.put(KEY, String.join(BETWEEN, ids.subList(0, Math.min(MOST, ids.size()))));
    }

    /** The types with those that were added last at the front. */
    List<NodeType> first(List<NodeType> types) {
        List<String> ids = ids();
        List<NodeType> sorted = new ArrayList<>(types);
        sorted.sort(Comparator.comparingInt(type -> ids.contains(type.id()) ? ids.indexOf(type.id()) : MOST));
        return sorted;
    }

    private List<String> ids() {
        return Arrays.stream(preferences.get(KEY, "").split(BETWEEN))
                .filter(id -> !id.isEmpty())
                .toList();
    }
}
