package chainrule.editor.canvas;

import chainrule.editor.document.Document;
import chainrule.editor.session.Evaluation;
import chainrule.editor.session.Selection;
import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Colors;
import chainrule.graph.NodeId;
import chainrule.trace.TraceCursor;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/** What the canvas shows now, as a scene that is made anew when something of it has changed. */
final class Stage {
    private static final int FLASH_MILLIS = 2500;

    private final Workbench bench;
    private final Consumer<Scene> shown;
    private final Runnable repaint;
    private final Patience patience = new Patience(this::changed);
    private final Set<NodeId> unfolded = new LinkedHashSet<>();
    private final Set<Object> flashed = new LinkedHashSet<>();
    private @Nullable Document preview;
    private @Nullable Wire wire;
    private @Nullable Balloon balloon;
    private @Nullable Scene scene;
    private @Nullable Numbers numbers;

    /**
     * @param shown is told each new scene
     */
    Stage(Workbench bench, Consumer<Scene> shown, Runnable repaint) {
        this.bench = bench;
        this.shown = shown;
        this.repaint = repaint;
    }

    Scene scene() {
        Scene now = scene;
        if (now == null) {
            Selection selection = bench.selection();
            Marks marks = new Marks(selection.nodes(), selection.edges(), selection.remarks(), unfolded, flashed, wire);
            now = new Scene(preview == null ? document() : preview, numbers(), marks, Colors.current());
            scene = now;
            shown.accept(now);
        }
        return now;
    }

    /** The sentence beside the pointer. */
    @Nullable
    Balloon balloon() {
        return balloon;
    }

    /** Shows what the document would be; null shows what it is. */
    void preview(@Nullable Document would) {
        preview = would;
        changed();
    }

    void wire(@Nullable Wire drawn, @Nullable Balloon said) {
        wire = drawn;
        balloon = said;
        changed();
    }

    /** Folds or unfolds the numbers of a card. */
    void toggleNumbers(NodeId node) {
        if (!unfolded.remove(node)) {
            unfolded.add(node);
        }
        changed();
    }

    /** Marks a node or a slot for a moment. */
    void flash(Object thing) {
        flashed.add(thing);
        changed();
        Timer end = new Timer(FLASH_MILLIS, e -> {
            flashed.remove(thing);
            changed();
        });
        end.setRepeats(false);
        end.start();
    }

    void evaluated(Evaluation evaluation) {
        patience.evaluated(evaluation);
        changed();
    }

    void documentChanged() {
        unfolded.removeIf(id -> !document().graph().has(id));
        changed();
    }

    void changed() {
        scene = null;
        repaint.run();
    }

    private Document document() {
        return bench.history().document();
    }

    private Numbers numbers() {
        Evaluation evaluation = bench.evaluator().current();
        TraceCursor cursor = bench.stepper().cursor().orElse(null);
        Numbers known = numbers;
        if (known == null || !known.of(evaluation, cursor, patience.late())) {
            known = new Numbers(evaluation, cursor, patience.late());
            numbers = known;
        }
        return known;
    }
}
