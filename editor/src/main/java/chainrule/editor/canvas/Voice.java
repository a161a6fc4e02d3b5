package chainrule.editor.canvas;

import java.util.function.Supplier;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import org.jspecify.annotations.Nullable;

/**
 * Tells assistive tools what has changed: a sentence becomes the description of the canvas, which they read out when it
 * changes.
 */
public final class Voice {
    private final Supplier<AccessibleContext> canvas;
    private String last = "";
    private @Nullable Accessible reached;

    Voice(Supplier<AccessibleContext> canvas) {
        this.canvas = canvas;
    }

    /** Says a sentence, again where it is the last one. */
    public void say(String sentence) {
        String before = sentence.equals(last) ? "" : last;
        last = sentence;
        canvas.get().firePropertyChange(AccessibleContext.ACCESSIBLE_DESCRIPTION_PROPERTY, before, sentence);
    }

    /** What was said last. */
    String last() {
        return last;
    }

    /** The keyboard has reached a child of the canvas. */
    void reached(Accessible child) {
        Accessible before = reached;
        reached = child;
        canvas.get().firePropertyChange(AccessibleContext.ACCESSIBLE_ACTIVE_DESCENDANT_PROPERTY, before, child);
    }

    /** Other things are selected than before. */
    void selected() {
        canvas.get().firePropertyChange(AccessibleContext.ACCESSIBLE_SELECTION_PROPERTY, false, true);
    }
}
