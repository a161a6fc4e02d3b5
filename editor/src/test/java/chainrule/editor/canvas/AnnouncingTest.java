package chainrule.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.editor.document.Samples;
import chainrule.editor.document.command.Delete;
import chainrule.editor.document.command.MoveNodes;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a screen reader hears of a canvas while it changes. */
class AnnouncingTest {
    private static final NodeId A = NodeId.of("a");
    private static final NodeId P = NodeId.of("p");

    private final Document start = Samples.node("t", "tanh", 560, 100).applied(Samples.product());
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> reached = new CopyOnWriteArrayList<>();
    private CanvasFixture window;

    @BeforeEach
    void open() throws Exception {
        window = new CanvasFixture(start);
        access().addPropertyChangeListener(change -> {
            if (change.getPropertyName().equals(AccessibleContext.ACCESSIBLE_DESCRIPTION_PROPERTY)) {
                said.add(String.valueOf(change.getNewValue()));
            } else if (change.getNewValue() instanceof Accessible child) {
                reached.add(child.getAccessibleContext().getAccessibleName());
            }
        });
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void selectingMovingDeletingAndUndoingAreSaid() throws Exception {
        edt(() -> window.selection.select(P));
        assertThat(said).containsExactly("Selected: p, a × b, 2 of 2 inputs connected");
        assertThat(access().getAccessibleSelection().getAccessibleSelectionCount())
                .isEqualTo(1);
        edt(() -> window.history.perform(new MoveNodes(Set.of(P), 20, 0)));
        edt(() -> window.history.perform(new Delete(Set.of(P), Set.of())));
        edt(window.history::undo);
        edt(window.history::redo);
        assertThat(said)
                .containsSubsequence("Move p", "Delete p", "Undone: Delete p", "Redone: Delete p")
                .contains("Nothing is selected.");
        edt(() -> window.history.goTo(0));
        assertThat(said).contains("Undone: 2 edits.");
    }

    @Test
    void aWireAndItsRefusalAreSaid() throws Exception {
        var tanh = new chainrule.graph.Slot(NodeId.of("t"), "x");
        window.dragFrom(window.at(Source.of(P)), window.at(tanh));
        assertThat(said).contains("Connect p → t.x");
        window.press(window.at(Source.of(NodeId.of("t"))), 0);
        window.drag(window.at(chainrule.graph.Slot.of("p", "a")));
        window.drag(window.at(chainrule.graph.Slot.of("p", "a")));
        assertThat(said.get(said.size() - 1)).startsWith("This edge would close a loop");
        window.key("ESCAPE");
    }

    @Test
    void theEndOfARunIsSaidWithItsResultOrItsProblem() throws Exception {
        edt(() -> window.history.perform(new Delete(Set.of(NodeId.of("t")), Set.of())));
        assertThat(said).anyMatch(s -> s.startsWith("Run finished: p is "));
        edt(() -> window.history.perform(new Delete(Set.of(A), Set.of())));
        assertThat(said).anyMatch(s -> s.startsWith("Not computed: "));
    }

    @Test
    void whatTheKeyboardReachesIsTheActiveDescendant() throws Exception {
        edt(() -> window.canvas.walking().go(new Hit.OnNode(A)));
        edt(() -> window.canvas.walking().go(new Hit.OnSource(Source.of(A))));
        assertThat(reached).hasSize(2);
        assertThat(reached.get(0)).startsWith("a, ");
        assertThat(reached.get(1)).startsWith("output ").endsWith("of a, feeds p.a");
        AccessibleContext node = access().getAccessibleChild(2).getAccessibleContext();
        assertThat(node.getAccessibleChildrenCount()).isEqualTo(3);
        assertThat(node.getAccessibleChild(0).getAccessibleContext().getAccessibleName())
                .isEqualTo("input a of p, fed by a");
    }

    private AccessibleContext access() throws Exception {
        return CanvasFixture.onEdt(() -> window.canvas.keyboard().getAccessibleContext());
    }

    private static void edt(Runnable deed) throws Exception {
        CanvasFixture.onEdt(() -> {
            deed.run();
            return true;
        });
    }
}
