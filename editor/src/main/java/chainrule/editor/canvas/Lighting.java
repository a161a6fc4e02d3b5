package chainrule.editor.canvas;

import chainrule.graph.Graph;
import java.util.Optional;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Lights the path through the wire or port that the pointer rests on, while all else steps back. It is found once for
 * each of them, not for each move of the pointer, and it comes and goes at once: nothing is animated.
 */
public final class Lighting {
    private static final int REST_MILLIS = 300;

    private final GraphCanvas canvas;
    private final Timer rest = new Timer(REST_MILLIS, e -> light());
    private @Nullable Hit over;
    private @Nullable Graph graph;
    private @Nullable Lit lit;
    private boolean wanted = true;

    Lighting(GraphCanvas canvas) {
        this.canvas = canvas;
        rest.setRepeats(false);
    }

    /** Whether paths are lit. */
    public boolean wanted() {
        return wanted;
    }

    public void want(boolean light) {
        wanted = light;
        off();
    }

    /** The pointer is over something. */
    void over(Hit hit) {
        boolean leads = hit instanceof Hit.OnEdge || hit instanceof Hit.OnSlot || hit instanceof Hit.OnSource;
        if (!wanted || !leads) {
            off();
        } else if (!hit.equals(over)) {
            over = hit;
            if (lit == null) {
                rest.restart();
            } else {
                light();
            }
        }
    }

    /** Nothing is lit until the pointer rests again. */
    void off() {
        rest.stop();
        over = null;
        if (lit != null) {
            lit = null;
            graph = null;
            canvas.repaint();
        }
    }

    /** The path that is lit in a graph; empty where none is. */
    Optional<Lit> in(Graph shown) {
        if (lit != null && over != null && graph != shown) {
            graph = shown;
            lit = Lit.through(shown, over).orElse(null);
        }
        return Optional.ofNullable(lit);
    }

    private void light() {
        Hit now = over;
        if (now != null && canvas.gestures().current().isEmpty()) {
            graph = canvas.scene().document().graph();
            lit = Lit.through(canvas.scene().document().graph(), now).orElse(null);
            canvas.repaint();
        }
    }
}
