package chainrule.editor.lesson;

import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.lessons.Page;

/** What a page of a lesson can ask of the window that it is read in. */
public interface LessonDesk {
    /** Opens a ready graph. */
    void openPreset(String id);

    /**
     * Puts a ready graph on the canvas as it was at first, whatever has been changed of it.
     *
     * @return whether it is there; the learner may have kept what was open
     */
    boolean begin(String id);

    /** Shows where a node is. */
    void flashNode(NodeId node);

    /** Shows where the edge into a slot is. */
    void flashEdge(Slot slot);

    /** Hears which page is read now. */
    default void turnedTo(Page page) {}
}
