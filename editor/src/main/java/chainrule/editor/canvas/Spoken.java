package chainrule.editor.canvas;

import chainrule.editor.document.RemarkId;
import chainrule.editor.document.Remarks;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import java.util.List;
import java.util.stream.Collectors;

/** The things of a canvas in words, for those who cannot see it. */
final class Spoken {
    private static final Phrases WORDS = Phrases.of(Spoken.class);

    private final Scene scene;

    Spoken(Scene scene) {
        this.scene = scene;
    }

    /** What a thing is called. */
    String name(Hit hit) {
        if (hit instanceof Hit.OnNode on) {
            return scene.card(on.node()).map(this::node).orElse("");
        } else if (hit instanceof Hit.OnSlot on) {
            return slot(on.slot());
        } else if (hit instanceof Hit.OnSource on) {
            return source(on.source());
        } else if (hit instanceof Hit.OnEdge on) {
            return graph().into(on.slot()).map(this::edge).orElse("");
        } else if (hit instanceof Hit.OnRemark on) {
            return remark(on.id());
        }
        return WORDS.text("spoken.empty");
    }

    String node(Card card) {
        Node node = card.node();
        int connected = graph().into(node.id()).size();
        return WORDS.text(
                "spoken.node",
                node.id(),
                node.type().label(),
                connected,
                card.inputs().size());
    }

    private String slot(Slot slot) {
        return graph().into(slot)
                .map(edge -> WORDS.text("spoken.input.fed", slot.port(), slot.node(), edge.from()))
                .orElseGet(() -> WORDS.text("spoken.input", slot.port(), slot.node()));
    }

    private String source(Source source) {
        List<Edge> out = graph().outOf(source.node()).stream()
                .filter(edge -> edge.from().equals(source))
                .toList();
        String fed = out.stream().map(edge -> edge.to().toString()).collect(Collectors.joining(", "));
        return fed.isEmpty()
                ? WORDS.text("spoken.output", source.port(), source.node())
                : WORDS.text("spoken.output.feeds", source.port(), source.node(), fed);
    }

    private String edge(Edge edge) {
        String value = Tips.value(scene.numbers(), edge.from());
        String gradient = scene.numbers()
                .contribution(edge.to())
                .map(chainrule.tensor.Digits::summary)
                .orElseGet(() -> WORDS.text(scene.numbers().hides(edge.to()) ? "tip.hidden" : "spoken.unknown"));
        return WORDS.text("spoken.edge", edge, value, gradient);
    }

    private String remark(RemarkId id) {
        Remarks remarks = new Remarks(scene.document());
        return remarks.frame(id)
                .map(frame -> WORDS.text("spoken.frame", frame.title()))
                .or(() -> remarks.note(id).map(note -> WORDS.text("spoken.note", note.text())))
                .orElse("");
    }

    private Graph graph() {
        return scene.document().graph();
    }
}
