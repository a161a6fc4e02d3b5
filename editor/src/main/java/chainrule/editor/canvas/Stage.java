package chainrule.editor.canvas;

import chainrule.editor.document.Document;
import chainrule.editor.session.Breaks;
import chainrule.editor.session.Evaluation;
import chainrule.editor.session.Scope;
import chainrule.editor.session.Selection;
import chainrule.editor.session.Shown;
import chainrule.editor.session.Vitals;
import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Colors;
import chainrule.graph.NodeId;
import chainrule.health.Vital;
import chainrule.trace.TraceCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/** What the canvas shows now, as a scene that is made anew when something of it has changed. */
final class Stage {
    private static final int FLASH_MILLIS = 2500;

    private final Workbench bench;
    private final View view;
    private final Interiors interiors;
    private final Patience patience = new Patience(this::changed);
    private final Set<NodeId> unfolded = new LinkedHashSet<>();
    private final Set<Object> flashed = new LinkedHashSet<>();
    private Shown drawn;
    private Shown wanted;
    private Scope seen;
    private WireStyle style = WireStyle.CURVE;
    private @Nullable Document preview;
    private @Nullable Wire wire;
    private @Nullable Balloon balloon;
    private @Nullable Scene scene;
    private @Nullable Scene last;
    private @Nullable Numbers numbers;

    /** Where scenes are seen. */
    interface View {
        /** There is a new scene. */
        void show(Scene scene);

        /** The new scene is of another graph than the one before. */
        void turned(Scope from, Scope to, Scene scene);

        void repaint();
    }

    /**
     * @param layouts computes where the parts of opened nodes lie
     */
    Stage(Workbench bench, View view, Executor layouts) {
        this.bench = bench;
        this.view = view;
        this.interiors = new Interiors(layouts, SwingUtilities::invokeLater, this::changed);
        this.drawn = bench.showing().shown();
        this.wanted = drawn;
        this.seen = drawn.scope();
        bench.showing().onChange(this::changed);
        bench.showing().onContrast(this::changed);
        bench.breaks().onChange(this::changed);
        bench.vitals().onChange(this::changed);
    }

    private Set<Object> stops() {
        Set<Object> stops = new LinkedHashSet<>();
        for (Breaks.Break stop : bench.breaks().all()) {
            if (stop instanceof Breaks.AtNode at && bench.breaks().isOn(stop)) {
                stops.add(at.node());
            } else if (stop instanceof Breaks.AtEdge at && bench.breaks().isOn(stop)) {
                stops.add(at.slot());
            }
        }
        return stops;
    }

    /** What needs attention at each node that is shown or inside of it; nothing where the numbers are stale. */
    private Map<NodeId, Ailment> ailments() {
        Vitals vitals = bench.vitals();
        if (!vitals.isMarking() || bench.stepper().evaluation().stale()) {
            return Map.of();
        }
        Map<NodeId, List<Vital>> found = new LinkedHashMap<>();
        for (Vital vital : vitals.found()) {
            seen.visible(vital.node()).ifPresent(node -> found.computeIfAbsent(node, n -> new ArrayList<>())
                    .add(vital));
        }
        Map<NodeId, Ailment> ailments = new LinkedHashMap<>();
        found.forEach((node, vital) -> ailments.put(node, Ailment.of(vital)));
        return ailments;
    }

    Scene scene() {
        Scene now = scene;
        if (now == null) {
            Scope before = seen;
            Shown shown = shown();
            seen = shown.scope();
            Selection selection = bench.selection();
            Marks marks = new Marks(
                    selection.nodes(),
                    selection.edges(),
                    selection.remarks(),
                    unfolded,
                    marked(),
                    stops(),
                    ailments(),
                    bench.vitals().wires(),
                    style,
                    bench.showing().contrast(),
                    wire);
            now = made(preview == null ? shown.document() : preview, marks);
            scene = now;
            last = now;
            view.show(now);
            if (!before.equals(seen)) {
                view.turned(before, seen, now);
            }
        }
        return now;
    }

    private Scene made(Document document, Marks marks) {
        Scene before = last;
        return before == null
                ? new Scene(document, numbers(), marks, Colors.current())
                : before.then(document, numbers(), marks, Colors.current());
    }

    /** What is pointed at, and where a pass is that takes its time. */
    private Set<Object> marked() {
        Set<Object> marked = new LinkedHashSet<>(flashed);
        if (patience.late()) {
            bench.evaluator()
                    .progress()
                    .flatMap(now -> seen.visible(now.node()))
                    .ifPresent(marked::add);
        }
        return marked;
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

    WireStyle style() {
        return style;
    }

    /** Lets wires run otherwise. */
    void style(WireStyle chosen) {
        style = chosen;
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
        unfolded.removeIf(id -> !bench.history().document().graph().has(id.top()));
        changed();
    }

    void changed() {
        scene = null;
        view.repaint();
    }

    /** What is shown, with its layout: an inside that is not laid out yet is awaited. */
    Document document() {
        return shown().document();
    }

    private Shown shown() {
        Shown asked = bench.showing().shown();
        if (asked != wanted || !drawn.scope().equals(asked.scope())) {
            wanted = asked;
            drawn = interiors.laidOut(asked).orElse(drawn);
        }
        return drawn;
    }

    private Numbers numbers() {
        Evaluation evaluation = bench.stepper().evaluation();
        TraceCursor cursor = bench.stepper().cursor().orElse(null);
        Numbers known = numbers;
        if (known == null || !known.of(evaluation, cursor, patience.late(), drawn)) {
            known = new Numbers(evaluation, cursor, patience.late(), drawn);
            numbers = known;
        }
        return known;
    }
}
