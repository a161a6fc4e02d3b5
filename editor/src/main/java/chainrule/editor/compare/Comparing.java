package chainrule.editor.compare;

import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.session.Vitals;
import chainrule.graph.Graph;
import chainrule.io.GraphFile;
import chainrule.language.Phrases;
import chainrule.train.Part;
import chainrule.train.Training;
import java.lang.ref.WeakReference;
import java.util.function.Consumer;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** A second graph beside the one of a document, while there is one; edits of what it is made from are picked up. */
public final class Comparing {
    private static final Phrases WORDS = Phrases.of(Comparing.class);

    private final LockStep step;
    private final Track.Engine engine;
    private final GraphCanvas canvas;
    private final Consumer<@Nullable JComponent> beside;
    private @Nullable Second second;
    private @Nullable Track track;
    private @Nullable ComparePanel panel;
    private @Nullable Part optimizer;
    private boolean sameStart = true;
    private @Nullable Made made;

    /** From which graphs the second one was made last. */
    private record Made(Graph first, Graph second, boolean sameStart, Graph result) {}

    /** The second document as what it is made from has become. */
    private record Follow(GraphFile file) implements Command {
        @Override
        public String label() {
            return WORDS.text("compare.follow");
        }

        @Override
        public Document applied(Document document) {
            return new Document(file);
        }
    }

    /**
     * @param here the document
     * @param canvas shows it
     * @param beside shows a component beside the canvas, or none
     */
    public Comparing(Track here, Track.Engine engine, GraphCanvas canvas, Consumer<@Nullable JComponent> beside) {
        this.step = new LockStep(here);
        this.engine = engine;
        this.canvas = canvas;
        this.beside = beside;
        follow(here.bench().history());
        here.bench().vitals().onChange(this::look);
        step.onChange(() -> {
            if (panel != null) {
                panel.refresh();
            }
        });
    }

    /** Whether there is a second graph. */
    public boolean isOn() {
        return track != null;
    }

    /** Puts a graph beside the document's, with the same data and starting values. */
    public void with(Second other) {
        drop();
        second = other;
        sameStart = true;
        Track run = Track.fixed(file(other), engine, WORDS.text("compare.fixed"));
        ComparePanel shown = new ComparePanel(step, run, canvas, new Choices());
        other.changing().stream()
                .filter(history -> history != step.here().bench().history())
                .forEach(this::follow);
        track = run;
        panel = shown;
        beside.accept(shown);
        look();
        run.bench().evaluator().start();
        step.lead(run);
        shown.even();
        shown.link(other.alike());
    }

    /** Takes the second graph away. */
    public void end() {
        drop();
        beside.accept(null);
    }

    /** What is chosen about the second graph. */
    final class Choices {
        void end() {
            Comparing.this.end();
        }

        boolean sameStart() {
            return sameStart;
        }

        void sameStart(boolean wanted) {
            sameStart = wanted;
            refresh();
        }

        /** Trains the second graph in another way than its own. */
        void train(Part chosen) {
            optimizer = chosen;
            refresh();
        }
    }

    private void follow(History history) {
        WeakReference<Comparing> here = new WeakReference<>(this);
        history.onChange(() -> {
            Comparing known = here.get();
            if (known != null) {
                known.refresh();
            }
        });
    }

    /** What ails and what wires tell is shown in both in the same way. */
    private void look() {
        Track run = track;
        if (run != null) {
            Vitals mine = step.here().bench().vitals();
            Vitals theirs = run.bench().vitals();
            theirs.choose(mine.bounds());
            theirs.mark(mine.isMarking());
            theirs.wires(mine.wires());
            theirs.legend(mine.wantsLegend());
        }
    }

    private void refresh() {
        Second other = second;
        Track run = track;
        if (other != null && run != null) {
            GraphFile file = file(other);
            if (!file.equals(run.bench().history().document().file())) {
                run.bench().history().perform(new Follow(file));
            }
            if (panel != null) {
                panel.refresh();
            }
        }
    }

    /** The second graph as it is now; the same object where it is the same graph, so that what was learned stays. */
    private GraphFile file(Second other) {
        GraphFile first = step.here().bench().history().document().file();
        GraphFile own = SameStart.asLong(first, other.file().get());
        Made known = made;
        boolean alike = known != null
                && known.first == first.graph()
                && known.second == own.graph()
                && known.sameStart == sameStart;
        GraphFile begun = sameStart ? own.with(first.precision()) : own;
        if (known == null || !alike) {
            Graph result = sameStart ? SameStart.of(first, own).graph() : own.graph();
            boolean stays = known != null && known.result.equals(result);
            known = new Made(first.graph(), own.graph(), sameStart, stays && known != null ? known.result : result);
            made = known;
        }
        Part chosen = optimizer;
        Training training = begun.trained().orElseGet(Training::standard);
        return begun.with(known.result).trained(chosen == null ? training : training.withOptimizer(chosen));
    }

    private void drop() {
        Track known = track;
        if (panel != null) {
            panel.close();
        }
        track = null;
        panel = null;
        second = null;
        made = null;
        optimizer = null;
        step.lead(null);
        if (known != null) {
            known.close();
        }
    }
}
