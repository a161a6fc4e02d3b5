package chainrule.exec;

import chainrule.graph.NodeId;
import chainrule.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that the nodes of a pass remember at one moment.
 *
 * @param buffers masks, running statistics, by node and name
 * @param generators where each generator is in its sequence
 */
public record Remembered(Map<NodeId, Map<String, Tensor>> buffers, Map<NodeId, Long> generators) {
    public Remembered {
        buffers = Collections.unmodifiableMap(new LinkedHashMap<>(buffers));
        generators = Collections.unmodifiableMap(new LinkedHashMap<>(generators));
    }

    /** How many numbers it holds. */
    public long size() {
        long size = generators.size();
        for (Map<String, Tensor> ofNode : buffers.values()) {
            for (Tensor buffer : ofNode.values()) {
                size += buffer.size();
            }
        }
        return size;
    }
}
