package chainrule.editor.lesson;

import chainrule.editor.session.Evaluation;
import chainrule.editor.session.Workbench;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.lessons.Situation;
import chainrule.tensor.Tensor;
import chainrule.trace.GradientView;
import chainrule.trace.TraceCursor;
import java.util.Optional;

/** Where the learner stands now, as goals see it: numbers of a graph that has changed since do not count. */
final class Standing implements Situation {
    private final Workbench bench;
    private final Optional<TraceCursor> cursor;
    private final Optional<GradientView> whole;
    private final Optional<GradientView> here;

    Standing(Workbench bench) {
        this(bench, bench.stepper().cursor());
    }

    private Standing(Workbench bench, Optional<TraceCursor> cursor) {
        Evaluation now = bench.evaluator().current();
        this.bench = bench;
        this.cursor = cursor;
        this.whole = now.stale()
                ? Optional.empty()
                : now.anyTrace().map(TraceCursor::atEnd).map(TraceCursor::view);
        this.here = cursor.map(TraceCursor::view);
    }

    /** The same at another moment of the pass. */
    Standing at(int done) {
        return new Standing(bench, cursor.map(c -> c.at(done)));
    }

    @Override
    public Graph graph() {
        return bench.history().document().graph();
    }

    @Override
    public Optional<Tensor> value(Source source) {
        return whole.flatMap(view -> view.value(source));
    }

    @Override
    public Optional<Tensor> gradient(Source source) {
        return whole.flatMap(view -> view.gradient(source));
    }

    @Override
    public boolean isSelected(NodeId node) {
        return bench.selection().onlyNode().filter(node::equals).isPresent();
    }

    @Override
    public boolean isSelected(Slot edge) {
        return bench.selection().onlyEdge().filter(edge::equals).isPresent();
    }

    @Override
    public boolean hasArrived(Slot edge) {
        return here.flatMap(view -> view.contribution(edge)).isPresent();
    }

    @Override
    public boolean isAtEnd() {
        return cursor.filter(TraceCursor::isAtEnd).isPresent();
    }
}
