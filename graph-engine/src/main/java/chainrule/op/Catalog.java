package chainrule.op;

import java.util.ArrayList;
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
            if (this.types.put(type.id(), type.in(this)) != null) {
                throw new IllegalArgumentException("two node types are called " + type.id());
            }
        }
    }

    /** This catalogue with more types at its end; those that were there and find others now find these too. */
    public Catalog with(Collection<NodeType> more) {
        List<NodeType> all = new ArrayList<>(types.values());
        all.addAll(more);
        return new Catalog(all);
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
