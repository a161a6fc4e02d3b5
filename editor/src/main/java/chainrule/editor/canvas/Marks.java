package chainrule.editor.canvas;

import chainrule.editor.document.RemarkId;
import chainrule.editor.session.Contrast;
import chainrule.editor.session.WireMode;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is marked on the canvas beside its content.
 *
 * @param nodes selected nodes
 * @param edges selected edges
 * @param remarks selected frames and notes
 * @param unfolded nodes that show their numbers
 * @param flashed what a lesson points at
 * @param stops nodes and slots that have a breakpoint
 * @param ailments what needs attention at a node
 * @param wires what the width and colour of wires tell
 * @param style how wires run
 * @param contrast what is different in a graph that this one is compared with
 * @param wire the wire that is being drawn, or null
 */
record Marks(
        Set<NodeId> nodes,
        Set<Slot> edges,
        Set<RemarkId> remarks,
        Set<NodeId> unfolded,
        Set<Object> flashed,
        Set<Object> stops,
        Map<NodeId, Ailment> ailments,
        WireMode wires,
        WireStyle style,
        Contrast contrast,
        @Nullable Wire wire) {
    private static final Marks NONE = new Marks(
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Map.of(),
            WireMode.PLAIN,
            WireStyle.CURVE,
            Contrast.none(),
            null);

    Marks {
        nodes = Collections.unmodifiableSet(new LinkedHashSet<>(nodes));
        edges = Collections.unmodifiableSet(new LinkedHashSet<>(edges));
        remarks = Set.copyOf(remarks);
        unfolded = Collections.unmodifiableSet(new LinkedHashSet<>(unfolded));
        stops = Set.copyOf(stops);
        ailments = Map.copyOf(ailments);
        flashed = Collections.unmodifiableSet(new LinkedHashSet<>(flashed));
    }

    static Marks none() {
        return NONE;
    }

    /** The same with wires that run otherwise. */
    Marks styled(WireStyle other) {
        return new Marks(nodes, edges, remarks, unfolded, flashed, stops, ailments, wires, other, contrast, wire);
    }

    /** The same with other nodes that show their numbers. */
    Marks unfolding(Set<NodeId> others) {
        return new Marks(nodes, edges, remarks, others, flashed, stops, ailments, wires, style, contrast, wire);
    }
}
