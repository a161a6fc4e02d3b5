package chainrule.editor.inspector;

import chainrule.editor.action.Edits;
import chainrule.editor.document.Document;
import chainrule.editor.document.command.ChoosePrecision;
import chainrule.editor.document.command.Retitle;
import chainrule.editor.session.Evaluation;
import chainrule.editor.session.Workbench;
import chainrule.exec.ExecutionPlan;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.trace.Trace;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JTextField;
import org.jspecify.annotations.Nullable;

/** The document where nothing is selected: title, size, root, precision. */
final class DocumentSection extends Section {
    private static final Phrases WORDS = Phrases.of(DocumentSection.class);
    private static final long serialVersionUID = 1;

    private final transient Workbench workbench;
    private final JTextField title = new JTextField();
    private final JLabel nodes = quiet("");
    private final JLabel edges = quiet("");
    private final JLabel parameters = quiet("");
    private final JLabel root = quiet("");
    private final JComboBox<String> precision = new JComboBox<>(new String[] {"double", "float"});
    private transient @Nullable Object gesture;
    private boolean showing;

    DocumentSection(Workbench workbench) {
        super(WORDS.text("document.title"));
        this.workbench = workbench;
        title.setName("inspector.title");
        title.getAccessibleContext().setAccessibleName(WORDS.text("document.title"));
        precision.getAccessibleContext().setAccessibleName(WORDS.text("document.precision"));
        title.putClientProperty("JTextField.placeholderText", WORDS.text("document.untitled"));
        Edits.onEntering(title, () -> gesture = new Object());
        Edits.onTyping(title, () -> {
            if (!showing) {
                workbench.history().perform(new Retitle(title.getText()), gesture);
            }
        });
        precision.addActionListener(event -> choosePrecision());
        add(title);
        add(title(WORDS.text("document.graph")));
        for (JLabel number : new JLabel[] {nodes, edges, parameters, root}) {
            number.setFont(formulaFont());
            number.setForeground(chainrule.editor.theme.Colors.current().text());
        }
        add(row(quiet(WORDS.text("document.nodes")), nodes));
        add(row(quiet(WORDS.text("document.edges")), edges));
        add(row(quiet(WORDS.text("document.learned")), parameters));
        add(row(quiet(WORDS.text("document.root")), root));
        add(row(quiet(WORDS.text("document.precisionRow")), precision));
    }

    @Override
    void refresh() {
        Document document = workbench.history().document();
        Graph graph = document.graph();
        showing = true;
        if (!title.getText().equals(document.file().title())) {
            title.setText(document.file().title());
            title.setCaretPosition(0);
        }
        precision.setSelectedItem(document.precision().name().toLowerCase(Locale.ROOT));
        showing = false;
        nodes.setText(Integer.toString(graph.nodes().size()));
        edges.setText(Integer.toString(graph.edges().size()));
        parameters.setText(String.format(Locale.ROOT, "%,d", parameters(graph)));
        root.setText(graph.root().map(NodeId::name).orElse(WORDS.text("document.noRoot")));
    }

    /** The numbers to learn, those inside of blocks included once the graph has run. */
    private long parameters(Graph graph) {
        Evaluation evaluation = workbench.evaluator().current();
        Optional<ExecutionPlan> plan =
                evaluation.anyTrace().map(Trace::plan).filter(p -> p.outline().outer() == graph);
        return plan.map(ExecutionPlan::graph).orElse(graph).nodes().stream()
                .filter(node -> node.type().trainable())
                .map(node -> Source.of(node.id()))
                .mapToLong(source -> plan.map(p -> p.shape(source))
                        .or(() -> evaluation.shape(source))
                        .map(Shape::size)
                        .orElse(0L))
                .sum();
    }

    private void choosePrecision() {
        if (!showing) {
            workbench
                    .history()
                    .perform(new ChoosePrecision(
                            precision.getSelectedIndex() == 0 ? Precision.DOUBLE : Precision.FLOAT));
        }
    }
}
