package chainrule.lessons;

import chainrule.graph.NodeId;
import java.util.List;

/**
 * One page of a lesson: a text to read beside a graph.
 *
 * @param id unique in its lesson
 * @param pass in which round of the spiral it is read, from 1
 * @param preset the graph that the text speaks of
 * @param highlights the nodes of that graph to look at first
 * @param markdown the text, as {@link LessonText} reads it
 * @param steps what there is to do with that graph, in order
 */
public record Page(
        String id,
        String title,
        Kind kind,
        int pass,
        String preset,
        List<NodeId> highlights,
        String markdown,
        List<LessonStep> steps) {
    /** What a page is for, in the order in which the pages of a pass follow each other. */
    public enum Kind {
        ANALOGY("Think of it like"),
        PLAIN("In plain English"),
        MATH("The math"),
        EXAMPLE("Worked example");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public Page {
        highlights = List.copyOf(highlights);
        steps = List.copyOf(steps);
    }
}
