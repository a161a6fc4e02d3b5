package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.RemarkId;
import chainrule.editor.document.Remarks;
import chainrule.graph.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes nodes out of the frames that they are in and, unless {@code frame} is null, into another. */
public record Enclose(Set<NodeId> nodes, @Nullable RemarkId frame) implements Command {
    public Enclose {
        nodes = Set.copyOf(nodes);
    }

    @Override
    public String label() {
        String what = nodes.size() == 1 ? nodes.iterator().next().name() : nodes.size() + " nodes";
        return frame == null ? "Take " + what + " out of its frame" : "Put " + what + " into a frame";
    }

    @Override
    public Document applied(Document document) {
        Optional<String> chosen = Optional.ofNullable(frame).map(RemarkId::name);
        return new Remarks(document).frames(f -> {
            List<NodeId> members = new ArrayList<>(f.nodes());
            if (chosen.filter(f.id()::equals).isPresent()) {
                document.graph().nodes().stream()
                        .map(n -> n.id())
                        .filter(id -> nodes.contains(id) && !members.contains(id))
                        .forEach(members::add);
            } else {
                members.removeAll(nodes);
            }
            return f.around(members);
        });
    }
}
