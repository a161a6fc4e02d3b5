package chainrule.editor.layout;

import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Point;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A node to be laid out.
 *
 * @param at its top left corner now
 * @param size width and height
 * @param inputs where each input is, seen from the corner
 * @param outputs where each output is, seen from the corner
 */
public record Box(NodeId id, Point at, Point size, Map<Slot, Point> inputs, Map<Source, Point> outputs) {
    public Box {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }
}
