package chainrule.editor.canvas;

import java.util.LinkedHashSet;
import java.util.Set;

/** What a canvas marks for a moment. */
public final class Flashed {
    private Flashed() {}

    /** Nodes and slots that are marked now. */
    public static Set<Object> on(GraphCanvas canvas) {
        return new LinkedHashSet<>(canvas.scene().marks().flashed());
    }
}
