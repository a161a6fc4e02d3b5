package chainrule.io;

import chainrule.graph.NodeId;
import java.util.List;

/** A titled rectangle around nodes; {@code size} is width and height, {@code color} a word or empty. */
public record Frame(String id, String title, Point at, Point size, String color, List<NodeId> nodes) {
    public Frame {
        nodes = List.copyOf(nodes);
    }

    public Frame titled(String text) {
        return new Frame(id, text, at, size, color, nodes);
    }

    public Frame colored(String word) {
        return new Frame(id, title, at, size, word, nodes);
    }

    public Frame placed(Point corner, Point extent) {
        return new Frame(id, title, corner, extent, color, nodes);
    }

    public Frame around(List<NodeId> members) {
        return new Frame(id, title, at, size, color, members);
    }
}
