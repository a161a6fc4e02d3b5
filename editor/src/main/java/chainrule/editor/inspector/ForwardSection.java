package chainrule.editor.inspector;

import chainrule.editor.part.Paragraph;
import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Colors;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.op.OutPort;
import java.util.Optional;
import javax.swing.JPanel;

/** How a node's value comes about: its formula in the graph's names, with the numbers put in. */
final class ForwardSection extends Section {
    private static final Phrases WORDS = Phrases.of(ForwardSection.class);
    private static final long serialVersionUID = 1;

    private final transient Workbench workbench;
    private final transient NodeId node;

    ForwardSection(Workbench workbench, NodeId node) {
        super(WORDS.text("forward.title"));
        this.workbench = workbench;
        this.node = node;
        setName("inspector.forward");
    }

    @Override
    void refresh() {
        clear(1);
        Optional<Node> there = workbench.showing().document().graph().find(node);
        if (there.isEmpty()) {
            return;
        }
        Reading reading = Reading.of(workbench);
        Colors colors = Colors.current();
        JPanel card = card(colors.valueGround());
        if (!there.get().type().inputs().isEmpty()) {
            String formula = Formulas.forward(reading.forward(node), there.get());
            card.add(new Paragraph(formula, formulaFont(), colors.text()));
        }
        for (OutPort port : there.get().type().outputs()) {
            String label = there.get().type().outputs().size() == 1 ? node.last() : port.name();
            card.add(new Amount(label, reading.value(new Source(node, port.name())), colors.value(), reading.stale()));
        }
        add(card);
    }
}
