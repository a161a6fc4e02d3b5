package chainrule.editor.inspector;

import chainrule.editor.session.Workbench;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;

/** What is wrong with a node, in sentences. */
final class NodeProblems extends Section {
    private static final long serialVersionUID = 1;

    private final transient Workbench workbench;
    private final transient NodeId node;

    NodeProblems(Workbench workbench, NodeId node) {
        super("");
        this.workbench = workbench;
        this.node = node;
        setName("inspector.problems");
    }

    @Override
    void refresh() {
        clear(0);
        for (Problem problem :
                workbench.showing().shown().problemsAt(node, workbench.stepper().evaluation())) {
            add(problem(problem.sentence()));
        }
        workbench
                .stepper()
                .evaluation()
                .nonFinite()
                .flatMap(first -> first.saidAt(node))
                .ifPresent(said -> add(problem(said)));
        setVisible(getComponentCount() > 0);
    }
}
