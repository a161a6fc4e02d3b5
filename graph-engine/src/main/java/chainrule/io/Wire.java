package chainrule.io;

import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.language.Phrases;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An edge as a file has it.
 *
 * @param port the output it leaves, or null for the first
 */
record Wire(NodeId from, @Nullable String port, Slot to, List<Point> via, Map<String, String> extras) {
    private static final Phrases WORDS = Phrases.of(Wire.class);

    static Wire read(Fields edge) throws FileProblem {
        String from = edge.text("from");
        String to = edge.text("to");
        int fromDot = from.indexOf('.');
        int toDot = to.indexOf('.');
        if (toDot < 0 || toDot == to.length() - 1 || fromDot == from.length() - 1) {
            throw new FileProblem(WORDS.text("wire.edgeFromLeadNodeS", from, to));
        }
        return new Wire(
                GraphReader.id(fromDot < 0 ? from : from.substring(0, fromDot)),
                fromDot < 0 ? null : from.substring(fromDot + 1),
                new Slot(GraphReader.id(to.substring(0, toDot)), to.substring(toDot + 1)),
                edge.points("via"),
                edge.others());
    }

    @Override
    public String toString() {
        return (port == null ? from.name() : from + "." + port) + " → " + to;
    }
}
