package chainrule.editor.lesson;

import chainrule.editor.document.command.Rewrite;
import chainrule.editor.session.TourStep;
import chainrule.editor.session.Workbench;
import chainrule.graph.Graph;
import chainrule.lessons.Goal;
import chainrule.lessons.LessonStep;
import chainrule.lessons.LineEdit;
import java.util.List;

/** The steps of a page, as a tour takes them. */
final class WatchedSteps {
    private WatchedSteps() {}

    static List<TourStep> of(List<LessonStep> steps) {
        return steps.stream().map(WatchedSteps::watched).toList();
    }

    private static TourStep watched(LessonStep step) {
        return new TourStep(
                step.name(),
                step.what(),
                step.how(),
                (bench, before) -> step.isDone(new Standing(bench)),
                bench -> show(bench, step));
    }

    /** Edits the graph, selects, and goes to the moment of the pass: what the step asks for. */
    private static void show(Workbench bench, LessonStep step) {
        Graph before = bench.history().document().graph();
        Graph after = edited(before, step, bench);
        if (!after.equals(before)) {
            bench.history().perform(Rewrite.of(before, after));
        }
        for (Goal goal : step.goals()) {
            if (goal instanceof Goal.SelectedNode selected) {
                bench.selection().select(selected.node());
            } else if (goal instanceof Goal.SelectedEdge selected) {
                bench.selection().select(selected.edge());
            }
        }
        goToMoment(bench, step.goals().stream().filter(Goal::isOfMoment).toList());
    }

    /** On a graph that the step is not about, it can do nothing. */
    private static Graph edited(Graph before, LessonStep step, Workbench bench) {
        try {
            return LineEdit.applied(step.edits(), before, bench.types());
        } catch (IllegalArgumentException anotherGraph) {
            return before;
        }
    }

    /** Goes to the first moment at which these hold. */
    private static void goToMoment(Workbench bench, List<Goal> goals) {
        Standing standing = new Standing(bench);
        int last = goals.isEmpty()
                ? -1
                : bench.stepper().cursor().map(c -> c.trace().steps().size()).orElse(-1);
        for (int done = 0; done <= last; done++) {
            Standing there = standing.at(done);
            if (goals.stream().allMatch(goal -> goal.holds(there))) {
                bench.stepper().moveTo(done);
                return;
            }
        }
    }
}
