package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.Pins;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.io.Layout;
import chainrule.io.Point;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts nodes at new places: aligning, distributing, laying out.
 *
 * @param label what was done, as the menu shows it
 * @param at the new corners
 * @param straight edges, by their slots, that lose their reroute points
 */
public record PlaceNodes(String label, Map<NodeId, Point> at, Set<Slot> straight) implements Command {
    public PlaceNodes {
        at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
        straight = Set.copyOf(straight);
    }

    public PlaceNodes(String label, Map<NodeId, Point> at) {
        this(label, at, Set.of());
    }

    @Override
    public Optional<String> refusal(Document document) {
        return document.whyFixed()
                .or(() -> straight.isEmpty() ? new Pins(document).moving(at.keySet()) : Optional.empty());
    }

    @Override
    public Document applied(Document document) {
        Layout layout = document.layout();
        for (Map.Entry<NodeId, Point> place : at.entrySet()) {
            if (!layout.look(place.getKey()).pinned()
                    && !layout.of(place.getKey()).equals(place.getValue())) {
                layout = layout.placed(place.getKey(), place.getValue());
            }
        }
        for (Slot slot : straight) {
            layout = layout.through(slot, List.of());
        }
        return layout == document.layout() ? document : document.with(layout);
    }
}
