package chainrule.graph;

/** A connection from an output to an input slot. */
public record Edge(Source from, Slot to) {
    @Override
    public String toString() {
        return from + " → " + to;
    }
}
