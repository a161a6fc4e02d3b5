package chainrule.editor.session;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.command.ChangeSettings;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.Literal;
import chainrule.predict.Hiding;
import chainrule.presets.PresetCatalog;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What learners hide from themselves is not told by the pass that is looked at, until it is revealed. */
class BlanksTest {
    private static final NodeId B = NodeId.of("b");
    private static final NodeId C = NodeId.of("c");
    private static final Slot E_B = Slot.of("e", "b");

    private final History history = new History(Document.untitled());
    private final Evaluator evaluator = new Evaluator(history, Runnable::run, Runnable::run, 64L << 20);
    private final Stepper stepper = new Stepper(evaluator);
    private final Blanks blanks = stepper.blanks();

    @BeforeEach
    void open() {
        evaluator.start();
        history.restart(new Document(new PresetCatalog(StandardCatalog.create())
                .find("m0-two-paths")
                .orElseThrow()
                .file()));
    }

    private boolean tells(NodeId gradient) {
        return stepper.view().orElseThrow().gradient(gradient).isPresent();
    }

    @Test
    void whatIsMarkedIsHiddenUntilItIsRevealed() {
        blanks.hide(List.of(B), List.of(E_B));
        assertThat(blanks.hides(B)).isTrue();
        assertThat(blanks.hides(E_B)).isTrue();
        assertThat(tells(B)).isFalse();
        assertThat(tells(NodeId.of("d"))).as("the edge is its only consumer").isFalse();
        assertThat(tells(NodeId.of("a"))).isTrue();
        assertThat(stepper.evaluation().trace())
                .isSameAs(stepper.cursor().orElseThrow().trace());
        int first = blanks.next(Hiding.nothing()).orElseThrow();
        assertThat(blanks.next(new Hiding(Set.of(B), Set.of(), false)).orElseThrow())
                .as("what is chosen comes first")
                .isGreaterThan(first);
        blanks.reveal(first);
        assertThat(tells(NodeId.of("d"))).isTrue();
        blanks.show(List.of(B), List.of());
        assertThat(tells(B)).isTrue();
        assertThat(blanks.next(Hiding.nothing())).isEmpty();
    }

    @Test
    void valuesAreHiddenWhereThatIsWantedAndMarksStayWhileAllIsShown() {
        blanks.hide(List.of(C), List.of());
        assertThat(stepper.view().orElseThrow().value(C)).isPresent();
        blanks.values(true);
        assertThat(stepper.view().orElseThrow().value(C)).isEmpty();
        blanks.turn(false);
        assertThat(stepper.view().orElseThrow().value(C)).isPresent();
        assertThat(blanks.hides(C)).isFalse();
        assertThat(blanks.next(Hiding.nothing())).isEmpty();
        blanks.turn(true);
        assertThat(stepper.view().orElseThrow().value(C)).isEmpty();
        blanks.end();
        assertThat(blanks.marked().isEmpty()).isTrue();
        assertThat(stepper.cursor().orElseThrow().trace())
                .isSameAs(evaluator.current().trace());
    }

    @Test
    void otherNumbersAreHiddenAnew() {
        blanks.hide(List.of(B), List.of());
        stepper.moveTo(9);
        blanks.reveal(blanks.next(Hiding.nothing()).orElseThrow());
        stepper.toEnd();
        assertThat(tells(B)).isTrue();
        history.perform(new ChangeSettings(B, "value", new Literal.Number(7)));
        assertThat(tells(B)).isFalse();
        stepper.comeBack();
        stepper.visit(evaluator.current().trace(), 3);
        assertThat(stepper.cursor().orElseThrow().trace().keptBack()).isNotEmpty();
    }

    @Test
    void whatIsWatchedIsHiddenToo() {
        TrainingSession training = new TrainingSession(history, Runnable::run, Runnable::run, 64L << 20);
        Watches watches = new Watches(stepper, training);
        Watches.Watch watch = new Watches.Watch(Source.of(B), true);
        watches.toggle(watch);
        assertThat(watches.now(watch)).isPresent();
        blanks.hide(List.of(B), List.of());
        assertThat(watches.now(watch)).isEmpty();
        assertThat(watches.isHidden(watch)).isTrue();
        assertThat(watches.past(watch)).isEmpty();
    }

    @Test
    void anotherGraphFollowsWhatIsStillHidden() {
        History otherHistory = new History(history.document());
        Evaluator otherEvaluator = new Evaluator(otherHistory, Runnable::run, Runnable::run, 64L << 20);
        Stepper other = new Stepper(otherEvaluator);
        otherEvaluator.start();
        blanks.hide(List.of(B, C), List.of());
        other.blanks().follow(blanks);
        assertThat(other.view().orElseThrow().gradient(B)).isEmpty();
        blanks.reveal(blanks.next(new Hiding(Set.of(B), Set.of(), false)).orElseThrow());
        other.blanks().follow(blanks);
        assertThat(other.view().orElseThrow().gradient(B)).isPresent();
        assertThat(other.view().orElseThrow().gradient(C)).isEmpty();
        blanks.end();
        other.blanks().follow(blanks);
        assertThat(other.view().orElseThrow().gradient(C)).isPresent();
    }
}
