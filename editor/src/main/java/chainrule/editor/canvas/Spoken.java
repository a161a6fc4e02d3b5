package chainrule.editor.canvas;

import chainrule.editor.document.RemarkId;
import chainrule.editor.document.Remarks;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import java.util.List;
import java.util.stream.Collectors;

/** The things of a canvas in words, for those who cannot see it. */
final class Spoken {
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
        return "empty canvas";
    }

    String node(Card card) {
        Node node = card.node();
        int connected = graph().into(node.id()).size();
        return "%s, %s, %d of %d inputs connected"
                .formatted(
                        node.id(), node.type().label(), connected, card.inputs().size());
    }

    private String slot(Slot slot) {
        String fed = graph().into(slot).map(edge -> "fed by " + edge.from()).orElse("not connected");
        return "input %s of %s, %s".formatted(slot.port(), slot.node(), fed);
    }

    private String source(Source source) {
        List<Edge> out = graph().outOf(source.node()).stream()
                .filter(edge -> edge.from().equals(source))
                .toList();
        String fed = out.stream().map(edge -> edge.to().toString()).collect(Collectors.joining(", "));
        return "output %s of %s, %s"
                .formatted(source.port(), source.node(), fed.isEmpty() ? "feeds nothing" : "feeds " + fed);
    }

    private String edge(Edge edge) {
        String value = Tips.value(scene.numbers(), edge.from());
        String gradient = scene.numbers()
                .contribution(edge.to())
                .map(chainrule.tensor.Digits::summary)
                .orElse("not known");
        return "edge %s, value %s, gradient %s".formatted(edge, value, gradient);
    }

    private String remark(RemarkId id) {
        Remarks remarks = new Remarks(scene.document());
        return remarks.frame(id)
                .map(frame -> "frame " + frame.title())
                .or(() -> remarks.note(id).map(note -> "note: " + note.text()))
                .orElse("");
    }

    private Graph graph() {
        return scene.document().graph();
    }
}
