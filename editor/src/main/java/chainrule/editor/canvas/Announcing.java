package chainrule.editor.canvas;

import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.session.Evaluation;
import chainrule.editor.session.Selection;
import chainrule.editor.session.Workbench;
import chainrule.graph.Problem;
import chainrule.language.Phrases;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what changes on the canvas: what is selected, what an edit did, what was undone, how a run ended, which step was
 * done. Refusals are said where they are shown.
 */
final class Announcing {
    private static final Phrases WORDS = Phrases.of(Announcing.class);

    private final GraphCanvas canvas;
    private final Workbench bench;
    private Document document;
    private List<String> labels = List.of();
    private int done;
    private Evaluation.@Nullable State state;
    private List<Problem> problems = List.of();
    private String step = "";

    Announcing(GraphCanvas canvas, Workbench bench) {
        this.canvas = canvas;
        this.bench = bench;
        this.document = bench.history().document();
        bench.selection().onChange(this::selected);
        bench.history().onChange(this::edited);
        bench.evaluator().onChange(this::evaluated);
        bench.stepper().onChange(this::stepped);
        bench.stepper().blanks().onChange(this::hidden);
    }

    /** What was said before may be hidden now. */
    private void hidden() {
        int count =
                bench.stepper().cursor().map(c -> c.trace().keptBack().size()).orElse(0);
        canvas.voice().say(count == 0 ? WORDS.text("said.nothingHidden") : WORDS.count("said.hidden", count));
    }

    private void selected() {
        canvas.voice().selected();
        canvas.voice().say(selection(bench.selection()));
    }

    private String selection(Selection selection) {
        Spoken words = new Spoken(canvas.scene());
        Optional<Hit> only = selection.onlyNode().map(Hit.OnNode::new);
        Optional<String> one = only.or(() -> selection.onlyEdge().map(Hit.OnEdge::new))
                .or(() -> selection.onlyRemark().map(Hit.OnRemark::new))
                .map(words::name);
        int count = selection.nodes().size()
                + selection.edges().size()
                + selection.remarks().size();
        return selection.isEmpty()
                ? WORDS.text("said.none")
                : one.map(name -> WORDS.text("said.selected", name)).orElseGet(() -> WORDS.text("said.several", count));
    }

    private void edited() {
        History history = bench.history();
        List<String> now = history.labels();
        int doneNow = history.done();
        if (history.document() != document) {
            canvas.voice().say(edit(now, doneNow));
        }
        document = history.document();
        labels = now;
        done = doneNow;
    }

    /** An undone or redone edit is one of the list that has stayed the same. */
    private String edit(List<String> now, int doneNow) {
        if (now.isEmpty()) {
            int nodes = bench.history().document().graph().nodes().size();
            return WORDS.text("said.opened", nodes);
        }
        boolean same = now.equals(labels) && doneNow != done;
        if (same && Math.abs(doneNow - done) > 1) {
            return WORDS.text(doneNow < done ? "said.undone.several" : "said.redone.several", Math.abs(doneNow - done));
        } else if (same) {
            return doneNow < done
                    ? WORDS.text("said.undone", now.get(doneNow))
                    : WORDS.text("said.redone", now.get(done));
        }
        return now.get(doneNow - 1);
    }

    private void evaluated(Evaluation evaluation) {
        boolean same = evaluation.state() == state && evaluation.problems().equals(problems);
        state = evaluation.state();
        problems = evaluation.problems();
        if (same) {
            return;
        }
        if (state == Evaluation.State.DONE) {
            canvas.voice().say(computed());
        } else if (state == Evaluation.State.CANCELLED) {
            canvas.voice().say(WORDS.text("said.cancelled"));
        } else if (state == Evaluation.State.REJECTED) {
            canvas.voice().say(mistakes(evaluation.problems()));
        }
    }

    private static String mistakes(List<Problem> problems) {
        String first = problems.stream().findFirst().map(Problem::line).orElse("");
        return problems.size() > 1
                ? WORDS.text("said.problems", problems.size(), first)
                : WORDS.text("said.problem", first);
    }

    private String computed() {
        Scene scene = canvas.scene();
        return scene.numbers()
                .root()
                .flatMap(scene::card)
                .map(card -> WORDS.text("said.result", card.id(), Tips.value(scene.numbers(), card.firstOutput())))
                .orElse(WORDS.text("said.done"));
    }

    private void stepped() {
        String now = bench.stepper().marked().isEmpty()
                ? ""
                : bench.stepper().cursor().flatMap(StepSentence::at).orElse("");
        if (!now.isEmpty() && !now.equals(step)) {
            canvas.voice().say(now);
        }
        step = now;
    }
}
