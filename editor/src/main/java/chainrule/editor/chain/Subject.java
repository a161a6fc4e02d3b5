package chainrule.editor.chain;

import chainrule.editor.session.Sight;
import chainrule.editor.session.Workbench;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Step;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.trace.TraceCursor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the chain rule is shown for: the selected edge, else the edge of the current step, else the selected node.
 *
 * @param cursor where the learner stands in the pass, or null before the first
 * @param edge where the edge ends in the plan, or null where it is about a node
 * @param source the output that the gradient is of, or null where it is about nothing
 * @param sentence why there is no edge to show; empty where there is one
 */
record Subject(@Nullable TraceCursor cursor, @Nullable Slot edge, @Nullable Source source, String sentence) {
    private static final Phrases WORDS = Phrases.of(Subject.class);

    static Subject of(Workbench bench) {
        TraceCursor cursor = bench.stepper().cursor().orElse(null);
        if (cursor == null) {
            return new Subject(null, null, null, WORDS.text("subject.nothing"));
        }
        Optional<Slot> selected = bench.selection().onlyEdge();
        if (selected.isPresent()) {
            return edge(cursor, selected.get(), bench);
        }
        Step step = bench.stepper().marked().orElse(null);
        if (step instanceof Step.Pull pull) {
            return edge(cursor, pull.slot());
        } else if (step instanceof Step.Accumulate sum) {
            return new Subject(cursor, null, sum.output(), "");
        }
        String choose = WORDS.text("subject.choose");
        return bench.selection()
                .onlyNode()
                .flatMap(node -> output(cursor, node))
                .map(source -> new Subject(cursor, null, source, choose))
                .orElse(new Subject(cursor, null, null, choose));
    }

    private static Subject edge(TraceCursor cursor, Slot pulled) {
        return new Subject(cursor, pulled, cursor.trace().plan().feeding(pulled), "");
    }

    private static Subject edge(TraceCursor cursor, Slot shown, Workbench bench) {
        Sight sight = new Sight(
                bench.showing().shown(), cursor.trace(), cursor.trace().view(0));
        List<Slot> pulled = cursor.trace().plan().pulled().stream()
                .filter(slot -> sight.about(new Step.Pull(slot), shown))
                .toList();
        if (pulled.size() == 1) {
            return edge(cursor, pulled.get(0));
        }
        String sentence = pulled.isEmpty()
                ? WORDS.text("subject.noGradient")
                : WORDS.text("subject.several", shown.node().last(), pulled.size());
        return new Subject(
                cursor, null, pulled.isEmpty() ? null : cursor.trace().plan().feeding(pulled.get(0)), sentence);
    }

    /** The first output of a node in the plan, where a gradient reaches it. */
    private static Optional<Source> output(TraceCursor cursor, NodeId node) {
        ExecutionPlan plan = cursor.trace().plan();
        Optional<Source> source = plan.graph().has(node)
                ? Optional.of(plan.first(node))
                : plan.outline()
                        .opened(node)
                        .map(n -> new Source(node, n.type().outputs().get(0).name()))
                        .map(plan.outline()::resolved);
        return source.filter(plan::hasGradient);
    }
}
