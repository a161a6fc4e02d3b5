package chainrule.io;

import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fields of a file that this version does not know, as JSON text, so that writing the file again keeps them.
 *
 * @param top by field name
 * @param nodes by node, then field name
 * @param edges by the slot an edge leads into, then field name
 * @param marks by the id of a frame or a note, then field name
 */
public record Extras(
        Map<String, String> top,
        Map<NodeId, Map<String, String>> nodes,
        Map<Slot, Map<String, String>> edges,
        Map<String, Map<String, String>> marks) {
    private static final Extras NONE = new Extras(Map.of(), Map.of(), Map.of());

    public Extras {
        top = Collections.unmodifiableMap(new LinkedHashMap<>(top));
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        edges = Collections.unmodifiableMap(new LinkedHashMap<>(edges));
        marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
    }

    public Extras(
            Map<String, String> top, Map<NodeId, Map<String, String>> nodes, Map<Slot, Map<String, String>> edges) {
        this(top, nodes, edges, Map.of());
    }

    public static Extras none() {
        return NONE;
    }

    /** These and others; where both know a name, the other's. */
    public Extras with(Extras others) {
        return new Extras(
                merged(top, others.top),
                merged(nodes, others.nodes),
                merged(edges, others.edges),
                merged(marks, others.marks));
    }

    private static <K, V> Map<K, V> merged(Map<K, V> first, Map<K, V> second) {
        Map<K, V> all = new LinkedHashMap<>(first);
        all.putAll(second);
        return all;
    }
}
