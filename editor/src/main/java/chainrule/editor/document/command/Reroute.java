package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.Slot;
import chainrule.io.Point;
import chainrule.language.Phrases;
import java.util.List;

/** Leads an edge, named by its slot, through other points; none makes it straight. */
public record Reroute(Slot slot, List<Point> points) implements Command {
    private static final Phrases WORDS = Phrases.of(Reroute.class);

    public Reroute {
        points = List.copyOf(points);
    }

    @Override
    public String label() {
        return WORDS.text(points.isEmpty() ? "edge.straighten" : "edge.reroute", slot);
    }

    @Override
    public Document applied(Document document) {
        var layout = document.layout().through(slot, points);
        return layout == document.layout() ? document : document.with(layout);
    }
}
