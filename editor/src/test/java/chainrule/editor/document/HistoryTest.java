package chainrule.editor.document;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.command.ChangeSettings;
import chainrule.editor.document.command.MoveNodes;
import chainrule.graph.NodeId;
import chainrule.op.Literal;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final Document start = Samples.product();
    private final History history = new History(start);

    private static MoveNodes move(double dx) {
        return new MoveNodes(Set.of(NodeId.of("a")), dx, 0);
    }

    @Test
    void undoGoesBackToTheVeryDocumentThatWasThere() {
        history.perform(move(10));
        Document moved = history.document();
        history.undo();
        assertThat(history.document()).isSameAs(start);
        history.redo();
        assertThat(history.document()).isSameAs(moved);
    }

    @Test
    void labelsSayWhatIsUndoneAndRedone() {
        assertThat(history.undoLabel()).isEmpty();
        history.perform(move(10));
        assertThat(history.undoLabel()).contains("Move a");
        history.undo();
        assertThat(history.redoLabel()).contains("Move a");
    }

    @Test
    void anyStateCanBeGoneTo() {
        AtomicInteger calls = new AtomicInteger();
        history.perform(move(1));
        history.perform(Samples.connect("b", "p", "a"));
        history.perform(move(3));
        Document last = history.document();
        history.onChange(calls::incrementAndGet);
        assertThat(history.labels()).containsExactly("Move a", "Connect b → p.a", "Move a");
        history.goTo(0);
        assertThat(history.document()).isSameAs(start);
        assertThat(history.labels()).hasSize(3);
        assertThat(history.done()).isZero();
        history.goTo(3);
        assertThat(history.document()).isSameAs(last);
        history.goTo(99);
        assertThat(calls).hasValue(2);
    }

    @Test
    void dirtyIsBeingAnotherDocumentThanTheSavedOne() {
        history.perform(move(10));
        assertThat(history.dirty()).isTrue();
        history.undo();
        assertThat(history.dirty()).isFalse();
        history.redo();
        history.markSaved();
        assertThat(history.dirty()).isFalse();
        history.undo();
        assertThat(history.dirty()).isTrue();
    }

    @Test
    void editsOfOneGestureAreOneStep() {
        Object gesture = new Object();
        history.perform(move(1), gesture);
        history.perform(move(2), gesture);
        history.perform(move(3), new Object());
        history.undo();
        history.undo();
        assertThat(history.document()).isSameAs(start);
    }

    @Test
    void anEditThatChangesNothingLeavesNoStep() {
        AtomicInteger calls = new AtomicInteger();
        history.onChange(calls::incrementAndGet);
        history.perform(move(0));
        assertThat(history.undoLabel()).isEmpty();
        assertThat(calls).hasValue(0);
    }

    @Test
    void aNewEditForgetsWhatWasUndone() {
        history.perform(move(10));
        history.undo();
        history.perform(move(20));
        assertThat(history.redoLabel()).isEmpty();
        history.redo();
        assertThat(history.document().at(NodeId.of("a")).x()).isEqualTo(60);
    }

    @Test
    void restartBeginsAnew() {
        history.perform(move(10));
        history.restart(Document.untitled());
        assertThat(history.undoLabel()).isEmpty();
        assertThat(history.dirty()).isFalse();
        history.undo();
        assertThat(history.document().graph().nodes()).isEmpty();
    }

    @Test
    void theHistoryIsBoundedInLength() {
        for (int i = 0; i < History.MOST_EDITS + 50; i++) {
            history.perform(move(1));
        }
        int undone = 0;
        while (history.undoLabel().isPresent()) {
            history.undo();
            undone++;
        }
        assertThat(undone).isEqualTo(History.MOST_EDITS);
    }

    @Test
    void theHistoryIsBoundedInBytes() {
        int elements = (int) (History.MOST_BYTES / 8 / 3);
        for (int i = 0; i < 6; i++) {
            Literal large = new Literal.Numbers(Tensor.filled(Shape.of(elements), i));
            history.perform(new ChangeSettings(NodeId.of("a"), "value", large));
        }
        int undone = 0;
        while (history.undoLabel().isPresent()) {
            history.undo();
            undone++;
        }
        assertThat(undone).isBetween(1, 4);
    }
}
