package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Problem;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import java.util.List;
import java.util.Optional;

/** Lets all edges of one output come from another one. */
public record MoveWires(Source from, Source to) implements Command {
    private static final Phrases WORDS = Phrases.of(MoveWires.class);

    @Override
    public String label() {
        return WORDS.text("edges.move", from, to);
    }

    @Override
    public Document applied(Document document) {
        if (from.equals(to) || refusal(document.graph()).isPresent()) {
            return document;
        }
        Graph graph = document.graph();
        for (Slot slot : slots(graph)) {
            graph = graph.connected(to, slot);
        }
        return document.with(graph);
    }

    /** Why that cannot be done, as a sentence; empty where it can. */
    public Optional<String> refusal(Graph graph) {
        return slots(graph).stream()
                .flatMap(slot -> graph.whyNot(to, slot).stream())
                .map(Problem::sentence)
                .findFirst();
    }

    /** Where the edges lead. */
    public List<Slot> slots(Graph graph) {
        return graph.outOf(from.node()).stream()
                .filter(edge -> edge.from().equals(from))
                .map(Edge::to)
                .toList();
    }
}
