package chainrule.editor.outline;

import chainrule.editor.action.Edits;
import chainrule.editor.session.NodeQuery;
import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Colors;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import java.awt.BorderLayout;
import java.awt.Component;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;

/**
 * The nodes of the graph that is shown as a list, those alone that fit a filter. The chosen line and the selected node are
 * the same; choosing a line brings its node into view.
 */
public final class OutlinePanel extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Phrases WORDS = Phrases.of(OutlinePanel.class);

    private final transient Workbench bench;
    private final transient Consumer<NodeId> reveal;
    private final JTextField filter = new JTextField();
    private final DefaultListModel<NodeId> model = new DefaultListModel<>();
    private final JList<NodeId> list = new JList<>(model);
    private boolean following;

    /**
     * @param reveal moves a node into view
     */
    public OutlinePanel(Workbench bench, Consumer<NodeId> reveal) {
        super(new BorderLayout());
        this.bench = bench;
        this.reveal = reveal;
        setName("outline");
        filter.setName("outline.filter");
        filter.putClientProperty("JTextField.placeholderText", WORDS.text("outline.filter"));
        filter.putClientProperty("JTextField.showClearButton", true);
        filter.getAccessibleContext().setAccessibleName(WORDS.text("outline.filter"));
        filter.setToolTipText(WORDS.text("outline.filter.tip"));
        list.setName("outline.nodes");
        list.getAccessibleContext().setAccessibleName(WORDS.text("outline.nodes"));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new Line());
        list.addListSelectionListener(event -> chosen());
        JPanel head = new JPanel(new BorderLayout());
        head.setOpaque(false);
        head.setBorder(BorderFactory.createEmptyBorder(8, 12, 6, 12));
        head.add(filter);
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(null);
        add(head, BorderLayout.NORTH);
        add(scroll, BorderLayout.CENTER);
        Edits.onTyping(filter, this::fill);
        Edits.onKey(filter, "DOWN", this::enter);
        bench.history().onChange(this::fill);
        bench.showing().onChange(this::fill);
        bench.evaluator().onChange(evaluation -> fill());
        bench.selection().onChange(this::followSelection);
        applyColors();
        fill();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (list != null) {
            applyColors();
        }
    }

    private void applyColors() {
        setBackground(Colors.current().panel());
        list.setBackground(Colors.current().panel());
    }

    private Graph graph() {
        return bench.showing().document().graph();
    }

    private void fill() {
        NodeQuery query = NodeQuery.of(filter.getText());
        List<NodeId> nodes = query.words().isEmpty()
                ? graph().nodes().stream().map(Node::id).toList()
                : query.in(bench.evaluator().current(), graph());
        following = true;
        if (!nodes.equals(java.util.Collections.list(model.elements()))) {
            model.clear();
            model.addAll(nodes);
        }
        following = false;
        followSelection();
        list.repaint();
    }

    private void enter() {
        if (!model.isEmpty()) {
            list.setSelectedIndex(Math.max(0, list.getSelectedIndex()));
            list.requestFocusInWindow();
        }
    }

    private void chosen() {
        NodeId node = list.getSelectedValue();
        boolean same = bench.selection().onlyNode().equals(Optional.ofNullable(node));
        if (!following && node != null && !same && graph().has(node)) {
            bench.selection().select(node);
            reveal.accept(node);
        }
    }

    private void followSelection() {
        following = true;
        int at = bench.selection().onlyNode().map(model::indexOf).orElse(-1);
        if (at < 0) {
            list.clearSelection();
        } else if (at != list.getSelectedIndex()) {
            list.setSelectedIndex(at);
            list.ensureIndexIsVisible(at);
        }
        following = false;
    }

    /** What a node is, how its value is shaped, and whether something is wrong with it. */
    private String line(Node node) {
        var evaluation = bench.evaluator().current();
        String shape = bench.showing()
                .shown()
                .shape(new Source(node.id(), node.type().outputs().get(0).name()), evaluation)
                .filter(s -> !s.isScalar())
                .map(s -> ", " + s)
                .orElse("");
        String label = node.label().isEmpty() ? node.type().label() : node.label();
        boolean wrong =
                !bench.showing().shown().problemsAt(node.id(), evaluation).isEmpty();
        return (wrong ? "⚠ " : "") + node.id().last() + "   " + label + shape;
    }

    private final class Line extends DefaultListCellRenderer {
        private static final long serialVersionUID = 1;

        @Override
        public Component getListCellRendererComponent(
                JList<?> of, Object value, int index, boolean selected, boolean focused) {
            String text =
                    graph().find((NodeId) value).map(OutlinePanel.this::line).orElse("");
            super.getListCellRendererComponent(of, text, index, selected, focused);
            setBorder(BorderFactory.createEmptyBorder(3, 14, 3, 8));
            return this;
        }
    }
}
