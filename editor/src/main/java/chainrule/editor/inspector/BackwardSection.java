package chainrule.editor.inspector;

import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Colors;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import java.util.List;

/** What a node sends back along each incoming edge: the rule of that input, with its numbers. */
final class BackwardSection extends Section {
    private static final Phrases WORDS = Phrases.of(BackwardSection.class);
    private static final long serialVersionUID = 1;

    private final transient Workbench workbench;
    private final transient NodeId node;

    BackwardSection(Workbench workbench, NodeId node) {
        super(WORDS.text("backward.title"));
        this.workbench = workbench;
        this.node = node;
        setName("inspector.backward");
    }

    @Override
    void refresh() {
        clear(1);
        Graph graph = workbench.showing().document().graph();
        List<Edge> edges = graph.has(node) ? graph.into(node) : List.of();
        Reading reading = Reading.of(workbench);
        for (Edge edge : edges) {
            add(PullCard.of(edge, graph.type(node), reading, Colors.current()));
        }
        setVisible(!edges.isEmpty());
    }
}
