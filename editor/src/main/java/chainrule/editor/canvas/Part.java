package chainrule.editor.canvas;

import chainrule.editor.document.RemarkId;
import chainrule.graph.NodeId;
import java.util.Set;

/**
 * What of a document is in a picture: everything, or some nodes and remarks.
 *
 * @param everything whether nothing is left out, whatever the sets hold
 */
record Part(boolean everything, Set<NodeId> nodes, Set<RemarkId> remarks) {
    Part {
        nodes = Set.copyOf(nodes);
        remarks = Set.copyOf(remarks);
    }

    static Part all() {
        return new Part(true, Set.of(), Set.of());
    }

    boolean has(NodeId node) {
        return everything || nodes.contains(node);
    }

    boolean has(RemarkId remark) {
        return everything || remarks.contains(remark);
    }
}
