package chainrule.editor.inspector;

import chainrule.editor.part.ScrolledColumn;
import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Typesetter;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.op.NodeType;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.jspecify.annotations.Nullable;

/**
 * What is selected: a node with its settings and formulas, an edge with its gradient as a product, or the document.
 * The sections are built anew only when something else is selected, so that typing is never interrupted.
 */
public final class InspectorPanel extends JPanel {
    private static final long serialVersionUID = 1;

    /** What the sections were built for. */
    private record Subject(@Nullable NodeId node, @Nullable NodeType type, @Nullable Slot edge, int count) {}

    private final transient Workbench workbench;
    private final transient Typesetter typesetter = new Typesetter();
    private final ScrolledColumn body = new ScrolledColumn();
    private final JScrollPane scroll =
            new JScrollPane(body, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    private transient @Nullable Subject subject;
    private transient List<Section> sections = List.of();

    public InspectorPanel(Workbench workbench) {
        super(new BorderLayout());
        this.workbench = workbench;
        setName("inspector");
        add(scroll, BorderLayout.CENTER);
        scroll.setBorder(null);
        workbench.selection().onChange(this::refresh);
        workbench.history().onChange(this::refresh);
        workbench.evaluator().onChange(evaluation -> refresh());
        workbench.stepper().onChange(this::refresh);
        workbench.showing().onChange(this::refresh);
        refresh();
    }

    /** Opens the help on the selected node's type and goes there. */
    public void showHelp() {
        for (Section section : sections) {
            if (section instanceof HelpSection help) {
                help.open();
                validate();
                body.scrollRectToVisible(help.getBounds());
            }
        }
    }

    /** Puts the cursor into the selected node's name. */
    public void editName() {
        for (Section section : sections) {
            if (section instanceof NameSection name) {
                name.edit();
            }
        }
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (workbench != null) {
            subject = null;
            refresh();
        }
    }

    private void refresh() {
        Subject now = subject();
        if (now.equals(subject)) {
            sections.forEach(Section::refresh);
        } else {
            subject = now;
            rebuild(now);
        }
        body.revalidate();
        body.repaint();
    }

    private Subject subject() {
        var selection = workbench.selection();
        Graph graph = workbench.showing().document().graph();
        Optional<NodeId> node = selection.onlyNode().filter(graph::has);
        Optional<Slot> edge =
                selection.onlyEdge().filter(slot -> graph.into(slot).isPresent());
        int count = selection.nodes().size() + selection.edges().size();
        return new Subject(
                node.orElse(null), node.map(graph::type).orElse(null), edge.orElse(null), Math.min(count, 2));
    }

    private void rebuild(Subject now) {
        setBackground(Colors.current().panel());
        scroll.getViewport().setBackground(Colors.current().panel());
        scroll.getVerticalScrollBar().setUnitIncrement(UIScale.scale(20));
        int gap = UIScale.scale(16);
        body.setBorder(BorderFactory.createEmptyBorder(gap, gap, gap, gap));
        body.removeAll();
        if (now.node() != null) {
            sections = nodeSections(now.node());
        } else if (now.edge() != null) {
            sections = List.of(new EdgeSection(workbench, now.edge()));
        } else if (now.count() > 1) {
            sections = List.of(new SeveralSection(workbench), new SharedSettings(workbench));
        } else {
            sections = List.of(new DocumentSection(workbench), new ProblemList(workbench));
        }
        sections.forEach(body::add);
        sections.forEach(Section::refresh);
        scroll.getVerticalScrollBar().setValue(0);
    }

    private List<Section> nodeSections(NodeId node) {
        List<Section> all = new ArrayList<>(
                List.of(new NameSection(workbench, node, this::showHelp), new NodeProblems(workbench, node)));
        boolean border = workbench.showing().shown().isBorder(node);
        if (!border) {
            all.add(new SettingsSection(workbench, node));
        }
        all.add(new ForwardSection(workbench, node));
        all.add(new BackwardSection(workbench, node));
        all.add(new GradientSection(workbench, node));
        all.add(new UpdateSection(workbench, node));
        if (workbench.showing().scope().isOutside()) {
            all.add(new RootSection(workbench, node));
        }
        if (!border) {
            all.add(new HelpSection(workbench.showing().document().node(node).type(), typesetter));
        }
        return List.copyOf(all);
    }
}
