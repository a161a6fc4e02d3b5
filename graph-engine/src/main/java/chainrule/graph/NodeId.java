package chainrule.graph;

import java.util.regex.Pattern;

/** The name of a node, unique in its graph: 1 to 64 of letters, digits, {@code _} and {@code -}. */
public record NodeId(String name) implements Comparable<NodeId> {
    private static final Pattern LEGAL = Pattern.compile("[\\p{L}\\p{N}_-]{1,64}");

    public NodeId {
        if (!legal(name)) {
            throw new IllegalArgumentException("not a node id: " + name);
        }
    }

    public static NodeId of(String name) {
        return new NodeId(name);
    }

    /** Whether a name can be a node id. */
    public static boolean legal(String name) {
        return LEGAL.matcher(name).matches();
    }

    @Override
    public int compareTo(NodeId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
