package chainrule.graph;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a node, unique in its graph: 1 to 64 of letters, digits, {@code _} and {@code -}. A node inside a block
 * is named by its path, the names of the blocks around it and its own with {@code /} between: {@code lstm/l0/t3/f}.
 */
public record NodeId(String name) implements Comparable<NodeId> {
    private static final String SEGMENT = "[\\p{L}\\p{N}_-]{1,64}";
    private static final Pattern LEGAL = Pattern.compile(SEGMENT);
    private static final Pattern PATH = Pattern.compile(SEGMENT + "(?:/" + SEGMENT + "){0,63}");
    private static final char INSIDE = '/';

    public NodeId {
        if (!PATH.matcher(name).matches()) {
            throw new IllegalArgumentException("not a node id: " + name);
        }
    }

    public static NodeId of(String name) {
        return new NodeId(name);
    }

    /** Whether a name can be that of a node outside of all blocks. */
    public static boolean legal(String name) {
        return LEGAL.matcher(name).matches();
    }

    /** Whether a name can be a path, of one name or several. */
    public static boolean legalPath(String name) {
        return PATH.matcher(name).matches();
    }

    /** The node of this name inside this one. */
    public NodeId child(String inner) {
        return new NodeId(name + INSIDE + inner);
    }

    /** The block that this node is inside of; empty outside of all blocks. */
    public Optional<NodeId> parent() {
        int end = name.lastIndexOf(INSIDE);
        return end < 0 ? Optional.empty() : Optional.of(new NodeId(name.substring(0, end)));
    }

    /** The outermost block around this node; the node itself where there is none. */
    public NodeId top() {
        int end = name.indexOf(INSIDE);
        return end < 0 ? this : new NodeId(name.substring(0, end));
    }

    /** The name without the blocks around it. */
    public String last() {
        return name.substring(name.lastIndexOf(INSIDE) + 1);
    }

    /** Whether this node is inside of another, at any depth. */
    public boolean within(NodeId block) {
        return name.length() > block.name.length()
                && name.charAt(block.name.length()) == INSIDE
                && name.startsWith(block.name);
    }

    /** The path from a block around this node to it. */
    public String from(NodeId block) {
        if (!within(block)) {
            throw new IllegalArgumentException(this + " is not inside " + block);
        }
        return name.substring(block.name.length() + 1);
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
