package chainrule.graph;

/** One input of one node. It takes at most one edge, so it names that edge, too. */
public record Slot(NodeId node, String port) {
    public static Slot of(String node, String port) {
        return new Slot(NodeId.of(node), port);
    }

    @Override
    public int hashCode() {
        return 31 * node.hashCode() + port.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Slot slot && node.equals(slot.node) && port.equals(slot.port));
    }

    @Override
    public String toString() {
        return node + "." + port;
    }
}
