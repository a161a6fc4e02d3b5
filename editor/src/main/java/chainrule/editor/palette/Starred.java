package chainrule.editor.palette;

import chainrule.op.Catalog;
import chainrule.op.NodeType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.prefs.Preferences;

/** The node types that the learner has starred, the earliest first; remembered between starts. */
final class Starred {
    private static final String KEY = "palette.starred";
    private static final String BETWEEN = " ";

    private final Preferences preferences;

    Starred(Preferences preferences) {
        this.preferences = preferences;
    }

    boolean has(NodeType type) {
        return ids().contains(type.id());
    }

    void toggle(NodeType type) {
        List<String> ids = new ArrayList<>(ids());
        if (!ids.remove(type.id())) {
            ids.add(type.id());
        }
        preferences.put(KEY, String.join(BETWEEN, ids));
    }

    /** Those that a catalogue has: a block of one's own is in its file only. */
    List<NodeType> in(Catalog catalog) {
        return ids().stream().flatMap(id -> catalog.find(id).stream()).toList();
    }

    private List<String> ids() {
        return Arrays.stream(preferences.get(KEY, "").split(BETWEEN))
                .filter(id -> !id.isEmpty())
                .toList();
    }
}
