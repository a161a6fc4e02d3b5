package chainrule.editor.document.command;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import chainrule.op.Held;
import chainrule.op.Presence;
import chainrule.tensor.Digits;
import chainrule.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Holds the outputs of nodes at values; {@link TakePart} lets them compute again. */
public record Hold(Map<NodeId, Tensor> values) implements Command {
    private static final Phrases WORDS = Phrases.of(Hold.class);
    private static final int DIGITS = 4;

    public Hold {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public String label() {
        if (values.size() > 1) {
            return WORDS.text("nodes.hold", WORDS.text("command.nodes", values.size()));
        }
        Map.Entry<NodeId, Tensor> only = values.entrySet().iterator().next();
        return only.getValue().shape().isScalar()
                ? WORDS.text(
                        "nodes.holdAt",
                        only.getKey(),
                        Digits.significant(only.getValue().item(), DIGITS))
                : WORDS.text("nodes.hold", only.getKey());
    }

    @Override
    public Document applied(Document document) {
        Graph graph = document.graph();
        for (Map.Entry<NodeId, Tensor> entry : values.entrySet()) {
            Node node = graph.node(entry.getKey());
            Node held = node.with(Presence.ACTIVE).held(entry.getValue());
            boolean same = node.type() == held.type()
                    && held.settings().get(Held.VALUE).equals(node.settings().get(Held.VALUE));
            graph = same ? graph : graph.with(held);
        }
        return graph == document.graph() ? document : document.with(graph);
    }
}
