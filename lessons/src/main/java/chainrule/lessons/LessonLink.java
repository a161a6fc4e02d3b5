package chainrule.lessons;

import chainrule.graph.NodeId;
import chainrule.graph.Slot;

/** Where a link in a page leads: to a graph, a part of the graph beside the text, another page, or out of the program. */
public sealed interface LessonLink {
    /** Opens a ready graph. */
    record ToPreset(String id) implements LessonLink {}

    /** Shows a node. */
    record ToNode(NodeId node) implements LessonLink {}

    /** Shows the edge into a slot. */
    record ToEdge(Slot slot) implements LessonLink {}

    /** Turns to another page of the lesson. */
    record ToPage(String id) implements LessonLink {}

    /** A page of the web. */
    record ToWeb(String address) implements LessonLink {}

    /**
     * Reads the destination of a Markdown link: {@code preset:m0-dot}, {@code node:w}, {@code edge:p.a},
     * {@code page:math} or an address.
     *
     * @throws IllegalArgumentException where it is none of these
     */
    static LessonLink of(String destination) {
        int colon = destination.indexOf(':');
        String target = destination.substring(colon + 1);
        return switch (destination.substring(0, Math.max(0, colon))) {
            case "preset" -> new ToPreset(target);
            case "node" -> new ToNode(NodeId.of(target));
            case "edge" -> edge(destination, target);
            case "page" -> new ToPage(target);
            case "http", "https" -> new ToWeb(destination);
            default -> throw new IllegalArgumentException("no page can link to " + destination);
        };
    }

    private static LessonLink edge(String destination, String slot) {
        int dot = slot.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException(destination + " names no slot: it should be edge:NODE.PORT");
        }
        return new ToEdge(Slot.of(slot.substring(0, dot), slot.substring(dot + 1)));
    }
}
