package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.RemarkId;
import chainrule.editor.document.Remarks;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes nodes out of the frames that they are in and, unless {@code frame} is null, into another. */
public record Enclose(Set<NodeId> nodes, @Nullable RemarkId frame) implements Command {
    private static final Phrases WORDS = Phrases.of(Enclose.class);

    public Enclose {
        nodes = Set.copyOf(nodes);
    }

    @Override
    public String label() {
        String what = nodes.size() == 1 ? nodes.iterator().next().name() : WORDS.text("command.nodes", nodes.size());
        return WORDS.text(frame == null ? "frame.takeOut" : "frame.putIn", what);
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
