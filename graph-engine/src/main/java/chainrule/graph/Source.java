package chainrule.graph;

import chainrule.op.OutPort;

/** One output of one node: where edges begin. */
public record Source(NodeId node, String port) {
    public static Source of(NodeId node) {
        return new Source(node, OutPort.OUT.name());
    }

    @Override
    public int hashCode() {
        return 31 * node.hashCode() + port.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Source source && node.equals(source.node) && port.equals(source.port));
    }

    @Override
    public String toString() {
        return port.equals(OutPort.OUT.name()) ? node.name() : node + "." + port;
    }
}
