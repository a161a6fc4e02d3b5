package chainrule.lessons;

import java.util.List;

/**
 * One thing that the learner does with the graph of a page.
 *
 * @param name unique on its page, in one word
 * @param what what is to be done and why, as a sentence
 * @param how by mouse or keyboard, as a sentence
 * @param goals what is so when it has been done; all of them
 * @param edits what does it to the graph; empty where the graph stays as it is
 */
public record LessonStep(String name, String what, String how, List<Goal> goals, List<LineEdit> edits) {
    public LessonStep {
        goals = List.copyOf(goals);
        edits = List.copyOf(edits);
    }

    /** Whether it has been done. */
    public boolean isDone(Situation situation) {
        return goals.stream().allMatch(goal -> goal.holds(situation));
    }
}
