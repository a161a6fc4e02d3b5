package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.Remarks;
import chainrule.graph.NodeId;
import chainrule.io.Frame;
import chainrule.language.Phrases;
import java.util.HashSet;
import java.util.Set;

/** Draws a frame; its nodes leave the frames that they were in. */
public record AddFrame(Frame frame) implements Command {
    private static final Phrases WORDS = Phrases.of(AddFrame.class);

    @Override
    public String label() {
        int count = frame.nodes().size();
        return count == 0
                ? WORDS.text("frame.add")
                : WORDS.text("frame.around", count == 1 ? frame.nodes().get(0) : WORDS.text("command.nodes", count));
    }

    @Override
    public Document applied(Document document) {
        Set<NodeId> members = new HashSet<>(frame.nodes());
        Document left = new Remarks(document)
                .frames(f -> f.around(
                        f.nodes().stream().filter(id -> !members.contains(id)).toList()));
        return new Remarks(left).with(frame);
    }
}
