package chainrule.editor.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.Action;
import org.junit.jupiter.api.Test;

class ActionsTest {
    private final Actions actions = new Actions();
    private final List<String> done = new ArrayList<>();

    @Test
    void oneKeyHasOneMeaningInOnePlace() {
        actions.add(EditorAction.of("a", "A", () -> {}).keys(Scope.WINDOW, "menu S"));
        actions.add(EditorAction.of("b", "B", () -> {}).keys(Scope.CANVAS, "menu S"));
        EditorAction same = EditorAction.of("c", "C", () -> {}).keys(Scope.WINDOW, "menu S");
        assertThatThrownBy(() -> actions.add(same)).hasMessageContaining("c and a");
    }

    @Test
    void anActionThatIsNotPossibleSaysWhyAndDoesNothing() {
        EditorAction save = EditorAction.of("save", "Save", () -> done.add("save"))
                .unless(() -> Optional.of("Nothing has changed."));
        save.run();
        assertThat(done).isEmpty();
        assertThat(save.isEnabled()).isFalse();
        assertThat(save.getValue(Action.SHORT_DESCRIPTION)).isEqualTo("Nothing has changed.");
    }

    @Test
    void theTipOfAnActionShowsItsKey() {
        EditorAction next = EditorAction.of("next", "Next step", () -> {}).keys(Scope.WINDOW, "shift F7");
        assertThat(next.getValue(Action.SHORT_DESCRIPTION)).isEqualTo("Next step  Shift+F7");
    }

    @Test
    void aNameThatChangesIsAskedAgain() {
        List<String> names = new ArrayList<>(List.of("Undo"));
        EditorAction undo = EditorAction.of("undo", "Undo", () -> {}).named(() -> names.get(0));
        names.set(0, "Undo Move a");
        undo.refresh();
        assertThat(undo.getValue(Action.NAME)).isEqualTo("Undo Move a");
    }

    @Test
    void aKeyThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> Keys.stroke("no such key")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> actions.get("nothing")).hasMessageContaining("nothing");
    }
}
