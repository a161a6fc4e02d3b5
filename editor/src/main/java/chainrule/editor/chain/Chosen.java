package chainrule.editor.chain;

import chainrule.editor.session.Blanks;
import chainrule.editor.session.Selection;
import chainrule.editor.session.Workbench;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import chainrule.predict.Hiding;
import java.util.Optional;

/** The nodes and edges that are selected, as something that learners hide from themselves. */
record Chosen(Workbench bench) {
    private static final Phrases WORDS = Phrases.of(Chosen.class);

    /** Hides them; their values, too, where there is no gradient to hide. */
    void hide() {
        Selection selected = bench.selection();
        if (hidesNothing(new Hiding(selected.nodes(), selected.edges(), false))) {
            blanks().values(true);
        }
        blanks().hide(selected.nodes(), selected.edges());
    }

    void showAgain() {
        blanks().show(bench.selection().nodes(), bench.selection().edges());
    }

    /** Whether all of them are hidden. */
    boolean isHidden() {
        Selection selected = bench.selection();
        return !isNothing()
                && selected.nodes().stream().allMatch(blanks()::hides)
                && selected.edges().stream().allMatch(blanks()::hides);
    }

    /** Why they cannot be hidden, as a sentence; empty where they can. */
    Optional<String> refusal() {
        if (isNothing()) {
            return Optional.of(WORDS.text("marks.noSelection"));
        }
        if (bench.stepper().cursor().isEmpty()) {
            return Optional.of(WORDS.text("subject.nothing"));
        }
        Selection selected = bench.selection();
        String first = selected.nodes().stream()
                .map(NodeId::toString)
                .findFirst()
                .orElseGet(() -> selected.edges().iterator().next().toString());
        return hidesNothing(new Hiding(selected.nodes(), selected.edges(), true))
                ? Optional.of(WORDS.text("marks.nothing", first))
                : Optional.empty();
    }

    private boolean isNothing() {
        return bench.selection().nodes().isEmpty() && bench.selection().edges().isEmpty();
    }

    private boolean hidesNothing(Hiding hiding) {
        return bench.stepper()
                .cursor()
                .filter(c -> !hiding.in(c.trace()).isEmpty())
                .isEmpty();
    }

    private Blanks blanks() {
        return bench.stepper().blanks();
    }
}
