package chainrule.op;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The node types that can be used, by id, in the order of the palette. */
public final class Catalog {
    private final Map<String, NodeType> types = new LinkedHashMap<>();

    /**
     * @throws IllegalArgumentException where two types share an id
     */
    public Catalog(List<NodeType> types) {
        for (NodeType type : types) {
            if (this.types.put(type.id(), type) != null) {
                throw new IllegalArgumentException("two node types are called " + type.id());
            }
        }
    }

    public Optional<NodeType> find(String id) {
        return Optional.ofNullable(types.get(id));
    }

    /**
     * @throws IllegalArgumentException where there is none
     */
    public NodeType get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no node type is called " + id));
    }

    public Collection<NodeType> types() {
        return java.util.Collections.unmodifiableCollection(types.values());
    }
}
