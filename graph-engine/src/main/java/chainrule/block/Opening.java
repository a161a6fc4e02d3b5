package chainrule.block;

import chainrule.graph.NodeId;
import java.util.Set;

/** Which nodes are computed part by part although they have a kernel of their own. Blocks always are. */
@FunctionalInterface
public interface Opening {
    /** Blocks only. */
    Opening BLOCKS = path -> false;

    /** Also every cell and layer inside a block, so that the gates of an LSTM can be seen. */
    Opening INSIDE_BLOCKS = path -> path.parent().isPresent();

    /** Whether the node of this path is opened, where it can be. */
    boolean opens(NodeId path);

    /** Blocks and these nodes. */
    static Opening of(Set<NodeId> paths) {
        Set<NodeId> opened = Set.copyOf(paths);
        return opened::contains;
    }
}
