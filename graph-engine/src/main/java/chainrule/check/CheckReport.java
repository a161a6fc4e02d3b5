package chainrule.check;

import java.util.List;

/** What a gradient check found, node by node in forward order. */
public record CheckReport(List<NodeCheck> nodes) {
    public CheckReport {
        nodes = List.copyOf(nodes);
    }

    /** The worst verdict; green where nothing has a gradient. */
    public Verdict verdict() {
        return nodes.stream().map(NodeCheck::verdict).reduce(Verdict.GREEN, Verdict::worse);
    }

    /** Whether no gradient is wrong. */
    public boolean passed() {
        return verdict() != Verdict.RED;
    }
}
