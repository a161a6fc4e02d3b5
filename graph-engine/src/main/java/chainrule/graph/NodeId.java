package chainrule.graph;

import java.util.Optional;

/**
 * The name of a node, unique in its graph: 1 to 64 of letters, digits, {@code _} and {@code -}. A node inside a block
 * is named by its path, the names of the blocks around it and its own with {@code /} between: {@code lstm/l0/t3/f}.
 */
public record NodeId(String name) implements Comparable<NodeId> {
    /** Characters of a name, and names of a path. */
    private static final int MOST = 64;

    private static final char INSIDE = '/';

    public NodeId {
        if (!legalPath(name)) {
            throw new IllegalArgumentException("not a node id: " + name);
        }
    }

    public static NodeId of(String name) {
        return new NodeId(name);
    }

    /** Whether a name can be that of a node outside of all blocks. */
    public static boolean legal(String name) {
        return segmentEnd(name, 0) == name.length();
    }

    /** Whether a name can be a path, of one name or several. */
    public static boolean legalPath(String name) {
        int end = segmentEnd(name, 0);
        for (int names = 1; names < MOST && end > 0 && end < name.length() && name.charAt(end) == INSIDE; names++) {
            end = segmentEnd(name, end + 1);
        }
        return end == name.length();
    }

    /** Where the name that begins at a place ends; −1 where none does, or one that is too long. */
    private static int segmentEnd(String text, int start) {
        int at = start;
        int length = 0;
        while (at < text.length() && allowed(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
            length++;
        }
        return length >= 1 && length <= MOST ? at : -1;
    }

    private static boolean allowed(int character) {
        return Character.isLetter(character)
                || character == '_'
                || character == '-'
                || switch (Character.getType(character)) {
                    case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
                    default -> false;
                };
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

    /** By hand, as in the other keys of a graph's maps: what a record brings is slow until it is compiled. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof NodeId id && name.equals(id.name));
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
