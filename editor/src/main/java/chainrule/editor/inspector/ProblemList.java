package chainrule.editor.inspector;

import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Colors;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.language.Phrases;
import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import javax.swing.JButton;
import javax.swing.SwingConstants;

/** All problems of the document; a click on one selects its node. */
final class ProblemList extends Section {
    private static final Phrases WORDS = Phrases.of(ProblemList.class);
    private static final long serialVersionUID = 1;

    private final transient Workbench workbench;

    ProblemList(Workbench workbench) {
        super(WORDS.text("problems.title"));
        this.workbench = workbench;
        setName("inspector.problemList");
    }

    @Override
    void refresh() {
        clear(1);
        List<Problem> problems = workbench.evaluator().current().problems();
        if (problems.isEmpty()) {
            add(quiet(WORDS.text("problems.none")));
        }
        for (Problem problem : problems) {
            NodeId node = problem.node();
            if (node != null) {
                JButton button = new JButton("→ " + node.name());
                button.setName("inspector.problem." + node.name());
                button.setHorizontalAlignment(SwingConstants.LEADING);
                button.setForeground(Colors.current().cursor());
                button.setToolTipText(WORDS.text("problems.select", node.name()));
                button.putClientProperty(
                        FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
                button.addActionListener(event -> {
                    workbench.showing().reveal(node);
                    workbench.selection().select(node);
                });
                add(row(problem(problem.sentence()), button));
            } else {
                add(problem(problem.sentence()));
            }
        }
    }
}
