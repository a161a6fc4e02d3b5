package chainrule.io;

import chainrule.graph.NodeId;
import java.util.List;

/** A titled rectangle around nodes; {@code size} is width and height, {@code color} a word or empty. */
public record Frame(String id, String title, Point at, Point size, String color, List<NodeId> nodes) {
    public Frame {
        nodes = List.copyOf(nodes);
    }
}
